package ru.nms.platform.region;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Who counts as what.
///
/// @param overload the weekly load above which a teacher is flagged
public record PeopleRules(@Nullable SourcedList teacherExcludes, @Nullable SourcedList managementPositions,
                          @Nullable YoungTeacherRule youngTeacher, @Nullable SourcedList extraPersonKinds,
                          List<CodedTitle> supportForms, Overload overload) {

    public record Overload(int hours, Origin origin, @Nullable Source source) {}

    public PeopleRules {
        supportForms = Copies.list(supportForms);
    }
}
