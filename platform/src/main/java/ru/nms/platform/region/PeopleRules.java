package ru.nms.platform.region;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Who counts as what.
public record PeopleRules(@Nullable SourcedList teacherExcludes, @Nullable SourcedList managementPositions,
                          @Nullable YoungTeacherRule youngTeacher, @Nullable SourcedList extraPersonKinds,
                          List<CodedTitle> supportForms) {

    public PeopleRules {
        supportForms = Copies.list(supportForms);
    }
}
