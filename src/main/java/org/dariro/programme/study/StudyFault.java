package org.dariro.programme.study;

import org.dariro.conversation.Fault;

/** Why a study was not made, changed or exported. */
public enum StudyFault implements Fault {
    STUDY_NAME(
            "name",
            false,
            "A study's name has 2 to 60 characters. It stands in the export: choose one that tells nobody more than it must."),
    STUDY_GROUPS("groups", false, "Choose at least one group, and at most 1000, each once; GET /groups lists them."),
    STUDY_ARM("groups", false, "Each group has an arm: letters A to Z, digits, spaces and hyphens, at most 20."),
    STUDY_DAYS(
            "to",
            false,
            "First and last day are dates such as 2026-06-01; the first is not after the last, and at most ten years before it."),
    STUDY_ENDED("", true, "The study has ended, and its key is destroyed."),
    STUDY_REASON("reason", false, "This field is one of: follow-up, linkage, safety, check, withdrawal."),
    STUDY_PROGRAM("", true, "Who is behind pseudonyms is shown to people only, not to a program.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final Said said;

    StudyFault(String field, boolean conflict, String words) {
        said = new Said(field, conflict, words);
    }

    @Override
    public Said said() {
        return said;
    }
}
