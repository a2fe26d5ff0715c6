package ru.nms.registry.methodist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.region.MethodistRules;
import ru.nms.platform.region.RegionProfile;

/// Whether somebody may become a regional methodist under the region's rules, each told apart.
///
/// @param qualified every mandatory rule is met, and every group
record CandidateCheck(boolean qualified, List<Rule> rules, List<Group> groups) {

    /// @param found what the registry knows: the value that was compared, or the document that proves it
    record Rule(String code, String title, boolean mandatory, @Nullable String group, boolean met, @Nullable String found,
                String clause) {}

    /// Alternatives: one of them is enough, or all are needed.
    record Group(String code, MethodistRules.GroupRule rule, boolean met, String clause) {}

    /// What is known of the person.
    ///
    /// @param education level, with `_PEDAGOGICAL` when it makes a teacher
    record Facts(@Nullable String category, @Nullable String education, @Nullable LocalDate specialitySince) {

        private @Nullable String of(String field, LocalDate day) {
            return switch (field) {
                case "qualificationCategory" -> category;
                case "education" -> education;
                case "specialityYears" -> specialitySince == null ? null
                        : String.valueOf(ChronoUnit.YEARS.between(specialitySince, day));
                default -> throw new IllegalStateException("The profile asks for a field that nobody knows: " + field);
            };
        }
    }

    static CandidateCheck of(RegionProfile region, Facts facts, List<Candidate.Proof> proofs, LocalDate day) {
        var rules = region.methodist().requirements().stream().map(it -> rule(region, it, facts, proofs, day)).toList();
        var groups = region.methodist().groups().stream().map(it -> group(region, it, rules)).toList();
        boolean qualified = rules.stream().allMatch(it -> it.met() || !it.mandatory()) && groups.stream().allMatch(Group::met);
        return new CandidateCheck(qualified, rules, groups);
    }

    private static Rule rule(RegionProfile region, MethodistRules.Requirement it, Facts facts, List<Candidate.Proof> proofs, LocalDate day) {
        var check = it.check();
        var found = check != null ? facts.of(check.field(), day)
                : proofs.stream().filter(proof -> proof.requirement().equals(it.code())).map(Candidate.Proof::document)
                        .findFirst().orElse(null);
        return new Rule(it.code(), it.title(), it.mandatory(), it.group(), found != null && (check == null || holds(check, found)),
                found, region.clause(it.source()));
    }

    private static boolean holds(MethodistRules.Check check, String found) {
        return switch (check.operator()) {
            case EQ -> found.equals(check.value());
            case GE -> new BigDecimal(found).compareTo(new BigDecimal(check.value())) >= 0;
            case LE -> new BigDecimal(found).compareTo(new BigDecimal(check.value())) <= 0;
        };
    }

    private static Group group(RegionProfile region, MethodistRules.RequirementGroup it, List<Rule> rules) {
        var own = rules.stream().filter(rule -> it.code().equals(rule.group()));
        return new Group(it.code(), it.rule(), it.rule() == MethodistRules.GroupRule.ALL ? own.allMatch(Rule::met)
                : own.anyMatch(Rule::met), region.clause(it.source()));
    }

    /// Codes of what is missing.
    List<String> unmet() {
        return Stream.concat(rules.stream().filter(it -> it.mandatory() && !it.met()).map(Rule::code),
                groups.stream().filter(it -> !it.met()).map(Group::code)).toList();
    }
}
