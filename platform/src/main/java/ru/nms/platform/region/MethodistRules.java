package ru.nms.platform.region;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Who may become a regional methodist, how many teachers one may have, how the region prepares them, and in which
/// directions they work (`activities`).
public record MethodistRules(List<Requirement> requirements, List<RequirementGroup> groups,
                             @Nullable SourcedList engagement, @Nullable Sourced<Boolean> municipalCoordinator,
                             @Nullable TeachersLimit maxTeachersPerRegionalMethodist, @Nullable Assessment assessment,
                             List<Training> training, List<CodedTitle> activities) {

    /// Proved by data when there is a `check`, by a document otherwise. A grouped one is an alternative.
    public record Requirement(String code, String title, boolean mandatory, @Nullable String group,
                              @Nullable Check check, @Nullable Source source) {}

    /// A comparison of one field of the person's record, such as `specialityYears GE 5`.
    public record Check(String field, Operator operator, String value) {}

    public enum Operator { EQ, GE, LE }

    public enum GroupRule { AT_LEAST_ONE, ALL }

    public record RequirementGroup(String code, GroupRule rule, boolean inferred, @Nullable Source source) {}

    public record TeachersLimit(int value, @Nullable Integer year, @Nullable Source source) {}

    public record Assessment(@Nullable SourcedList subjects, @Nullable Sourced<Integer> stages, List<Round> rounds) {

        public Assessment {
            rounds = Copies.list(rounds);
        }
    }

    public record Round(int year, String term, int persons, int municipalities, String kind, @Nullable Source source) {}

    public record Training(int year, String term, String program, @Nullable Integer hours, @Nullable Integer persons,
                           @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Integer quotaMin,
                           @Nullable LocalDate registrationUntil, @Nullable Source source) {}

    public MethodistRules {
        requirements = Copies.list(requirements);
        groups = Copies.list(groups);
        training = Copies.list(training);
        activities = Copies.list(activities);
    }
}
