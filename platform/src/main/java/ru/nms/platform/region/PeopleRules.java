package ru.nms.platform.region;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Who counts as what.
///
/// @param supportForms of young teachers; a product default where the region knows young teachers and names no forms
/// @param overload     the weekly load above which a teacher is flagged
public record PeopleRules(@Nullable SourcedList teacherExcludes, @Nullable SourcedList managementPositions,
                          @Nullable YoungTeacherRule youngTeacher, @Nullable SourcedList extraPersonKinds,
                          List<SupportForm> supportForms, Overload overload) {

    public record Overload(int hours, Origin origin, @Nullable Source source) {}

    /// A form in which young teachers are supported.
    ///
    /// @param apart counted by itself: it does not make a young teacher one of those supported
    public record SupportForm(String code, String title, boolean apart, Origin origin, @Nullable Source source) {}

    public PeopleRules {
        supportForms = Copies.list(supportForms);
    }

    /// A post counts among teachers when the position is a teacher's and the region does not leave the organisation out:
    /// the staff of universities, for example.
    public boolean teaching(Position position, String organisationKind) {
        return position.teaching() && (teacherExcludes == null || !teacherExcludes.contains(organisationKind));
    }

    /// Whether the post belongs to the management staff: as the region lists the positions, or else as they are called.
    public boolean management(Position position) {
        return managementPositions == null ? position.management() : managementPositions.contains(position.name());
    }
}
