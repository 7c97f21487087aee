package org.dariro.container;

import java.io.File;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** One Payara Micro for all tests in the container: the WAR as built, and the few classes that make it testable. */
@ArquillianSuiteDeployment
public class Deployments {

    @Deployment
    public static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "dariro.war")
                .importFrom(new File(System.getProperty("dariro.it.war")))
                .as(WebArchive.class)
                .addClasses(
                        Deployments.class,
                        TestParts.class,
                        DueWorkFilter.class,
                        ApiIT.class,
                        CarrierCallsIT.class,
                        SimulatorPageIT.class,
                        SwapFocusIT.class,
                        ConsoleIT.class,
                        EveryPageIT.class,
                        HostileTextsIT.class,
                        MentorShiftIT.class,
                        CoordinatorMorningIT.class,
                        org.dariro.console.ApiScenario.class,
                        org.dariro.console.ApiOffice.class,
                        org.dariro.console.ApiCalls.class,
                        ItLog.class)
                .addPackage("org.dariro.transcript");
    }
}
