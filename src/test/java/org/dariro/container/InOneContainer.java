package org.dariro.container;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests of this package share a container, which takes half a minute to start: the runner would start one for each class. */
@Suite
@SelectPackages("org.dariro.container")
@IncludeClassNamePatterns(".*IT")
@ConfigurationParameter(
        key = ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME,
        value = "org.junit.jupiter.api.ClassOrderer$ClassName")
class InOneContainer {}
