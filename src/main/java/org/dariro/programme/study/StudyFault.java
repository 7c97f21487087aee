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

    private final String field;
    private final boolean conflict;
    private final String words;

    StudyFault(String field, boolean conflict, String words) {
        this.field = field;
        this.conflict = conflict;
        this.words = words;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public boolean conflict() {
        return conflict;
    }
}
