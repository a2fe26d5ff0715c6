package ru.nms.diagnostics.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static ru.nms.diagnostics.framework.Mastery.MASTERED;
import static ru.nms.diagnostics.framework.Mastery.NOT_MASTERED;
import static ru.nms.diagnostics.framework.Mastery.NO_DATA;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import ru.nms.diagnostics.framework.CompetenceTree.Node;
import ru.nms.diagnostics.framework.RollUp.Rule;
import ru.nms.platform.problem.Fault;

/// Every rule over every combination of what is known of the competences below. The oracle knows no third value: it asks
/// what would come out of each way in which the unknown could turn out.
class RollUpTest {

    private static final List<String> CODES = List.of("A", "B", "C", "D");

    /// @param holds the rule when everything is known
    record Case(RollUp rule, Predicate<Set<String>> holds) {}

    static Stream<Case> rules() {
        return Stream.concat(
                Stream.of(new Case(RollUp.all(), mastered -> mastered.containsAll(CODES)),
                        new Case(expression("A"), mastered -> mastered.contains("A")),
                        new Case(expression("A and B or C and D"), it -> both(it, "A", "B") || both(it, "C", "D")),
                        new Case(expression("A AND (B Or C) and D"),
                                it -> both(it, "A", "D") && (it.contains("B") || it.contains("C"))),
                        new Case(expression("A or B or C or D"), it -> !it.isEmpty()),
                        new Case(expression("(A or B) and (A or C)"), it -> it.contains("A") || both(it, "B", "C")),
                        new Case(weighted(5, Map.of("A", 4, "B", 3, "C", 2, "D", 0)), it -> sum(it) >= 5)),
                Stream.of(1, 2, 3, 4).map(minimum -> new Case(weighted(minimum, null), it -> it.size() >= minimum)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void saysYesOrNoExactlyWhenWhatIsUnknownCannotChangeIt(Case it) {
        int seen = 0;
        for (var known : combinations()) {
            var outcomes = completions(known).stream().map(it.holds()::test).distinct().toList();
            var expected = outcomes.size() > 1 ? NO_DATA : outcomes.getFirst() ? MASTERED : NOT_MASTERED;

            assertThat(it.rule().of(known)).as("%s of %s", it.rule(), known).isEqualTo(expected);
            seen++;
        }
        assertThat(seen).isEqualTo(81);
    }

    @Test
    void knowsNothingOfNothing() {
        assertThat(RollUp.all().of(Map.of())).isEqualTo(NO_DATA);
        assertThat(expression("A or B").of(Map.of())).isEqualTo(NO_DATA);
        assertThat(weighted(1, null).of(Map.of())).isEqualTo(NOT_MASTERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A and", "or A", "A B", "(A", "A)", "!", "A and not B", "()", "A && B", "AND", "A or OR"})
    void refusesWhatCannotBeRead(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Formula.parse(text));
        assertThat(expression(text).check("/rollUp").found()).extracting(Fault::code).containsExactly("unreadable-expression");
    }

    @Test
    void bindsAndMoreStronglyThanOr() {
        assertThat(Formula.parse("A or B and C")).isEqualTo(Formula.parse("A or (B and C)")).isNotEqualTo(Formula.parse("(A or B) and C"));
        assertThat(Formula.parse("A or (B and C)").names()).containsExactlyInAnyOrder("A", "B", "C");
    }

    @Test
    void refusesParenthesesWithoutEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> Formula.parse("(".repeat(1000) + "A" + ")".repeat(1000)));
    }

    @Test
    void wantsThePartsOfItsRuleAndNoOthers() {
        assertThat(new RollUp(Rule.ALL, 1, Map.of(), "A").check("/r").found()).extracting(Fault::pointer)
                .containsExactly("/r/minimum", "/r/points", "/r/expression");
        assertThat(new RollUp(Rule.POINTS, null, null, null).check("/r").found()).extracting(Fault::pointer).containsExactly("/r/minimum");
        assertThat(new RollUp(Rule.EXPRESSION, null, null, null).check("/r").found()).extracting(Fault::pointer)
                .containsExactly("/r/expression");
    }

    @Test
    void speaksOfTheCompetencesDirectlyBelowAndCanBeFulfilled() {
        assertThat(codes(RollUp.all(), Set.of())).containsExactly("nothing-below");
        assertThat(codes(expression("A and X"), Set.of("A"))).containsExactly("not-below");
        assertThat(codes(weighted(5, Map.of("A", 4)), Set.of("A", "B"))).isEmpty();
        assertThat(codes(weighted(6, Map.of("A", 4)), Set.of("A", "B"))).containsExactly("out-of-reach");
    }

    @Test
    void rollsUpThroughSeveralLevels() {
        var tree = new CompetenceTree(List.of(new Node("TOP", "TOP", null, "METHODICAL", expression("LEFT and RIGHT")),
                new Node("LEFT", "LEFT", "TOP", null, RollUp.all()), new Node("RIGHT", "RIGHT", "TOP", "SUBJECT", null),
                new Node("L1", "L1", "LEFT", null, null), new Node("L2", "L2", "LEFT", null, null)));

        assertThat(tree.rolledUp(Map.of("L1", MASTERED, "L2", MASTERED, "RIGHT", MASTERED)))
                .containsEntry("LEFT", MASTERED).containsEntry("TOP", MASTERED);
        assertThat(tree.rolledUp(Map.of("L1", MASTERED, "RIGHT", MASTERED)))
                .containsEntry("LEFT", NO_DATA).containsEntry("TOP", NO_DATA);
        assertThat(tree.rolledUp(Map.of("L1", NOT_MASTERED))).containsEntry("LEFT", NOT_MASTERED).containsEntry("TOP", NOT_MASTERED)
                .containsEntry("RIGHT", NO_DATA);
        assertThat(tree.area("L1")).isEqualTo("METHODICAL");
        assertThat(tree.area("RIGHT")).isEqualTo("SUBJECT");
    }

    private static List<String> codes(RollUp rule, Set<String> below) {
        return rule.check("/rollUp", below).found().stream().map(Fault::code).toList();
    }

    private static List<Map<String, Mastery>> combinations() {
        List<Map<String, Mastery>> all = List.of(Map.of());
        for (var code : CODES) {
            all = all.stream().flatMap(known -> Stream.of(Mastery.values()).map(mastery -> with(known, code, mastery))).toList();
        }
        return all;
    }

    private static Map<String, Mastery> with(Map<String, Mastery> known, String code, Mastery mastery) {
        var more = new LinkedHashMap<>(known);
        more.put(code, mastery);
        return more;
    }

    private static List<Set<String>> completions(Map<String, Mastery> known) {
        List<Set<String>> all = List.of(Set.of());
        for (var one : known.entrySet()) {
            var next = new ArrayList<Set<String>>();
            for (var chosen : all) {
                if (one.getValue() != MASTERED) {
                    next.add(chosen);
                }
                if (one.getValue() != NOT_MASTERED) {
                    next.add(Stream.concat(chosen.stream(), Stream.of(one.getKey())).collect(java.util.stream.Collectors.toSet()));
                }
            }
            all = next;
        }
        return all;
    }

    private static boolean both(Set<String> of, String one, String other) {
        return of.contains(one) && of.contains(other);
    }

    private static int sum(Set<String> mastered) {
        return (mastered.contains("A") ? 4 : 0) + (mastered.contains("B") ? 3 : 0) + (mastered.contains("C") ? 2 : 0);
    }

    private static RollUp expression(String text) {
        return new RollUp(Rule.EXPRESSION, null, null, text);
    }

    private static RollUp weighted(int minimum, Map<String, Integer> points) {
        return new RollUp(Rule.POINTS, minimum, points, null);
    }
}
