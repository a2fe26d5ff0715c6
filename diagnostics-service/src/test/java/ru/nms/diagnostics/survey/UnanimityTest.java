package ru.nms.diagnostics.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.survey.Disclosure.Key;
import ru.nms.platform.testkit.Clause;

/// Ten women and ten men; whether an answer is everybody's.
class UnanimityTest {

    private static final Key WOMEN = Key.of(Band.SEX, "F");
    private static final Key MEN = Key.of(Band.SEX, "M");

    @Test
    @Clause("DIA-026")
    void tellsNoAnswerThatIsEverybodys() {
        assertThat(told(Map.of(Key.ALL, tally(20, 0))).get(Key.ALL)).isEmpty();
        assertThat(told(Map.of(Key.ALL, tally(19, 1))).get(Key.ALL)).hasSize(2);
    }

    @Test
    @Clause("DIA-026")
    void tellsNoneOfTheGroupsWhereOneAnsweredAlike() {
        var told = told(Map.of(Key.ALL, tally(14, 6), WOMEN, tally(10, 0), MEN, tally(4, 6)));

        assertThat(told.get(WOMEN)).isEmpty();
        assertThat(told.get(MEN)).isEmpty();
        assertThat(told.get(Key.ALL)).hasSize(2);
    }

    /// Those who did not say: everybody without the women and the men.
    @Test
    @Clause("DIA-026")
    void tellsNoneWhereWhatIsLeftAnsweredAlike() {
        var told = told(Map.of(Key.ALL, tally(16, 9), WOMEN, tally(6, 4), MEN, tally(5, 5)));
        assertThat(told.get(WOMEN)).isEmpty();

        assertThat(told(Map.of(Key.ALL, tally(15, 10), WOMEN, tally(6, 4), MEN, tally(5, 5))).get(WOMEN)).hasSize(2);
    }

    private static Map<Key, List<ru.nms.contracts.SurveyChanged.Figure>> told(Map<Key, Tally> tallies) {
        return Disclosure.discreet(new TreeMap<>(tallies));
    }

    private static Tally tally(int yes, int no) {
        var tally = new Tally();
        for (int n = 0; n < yes + no; n++) {
            tally.add(new Sheet(Map.of(), Map.of("q", List.of(n < yes ? "YES" : "NO"))), List.of("q"));
        }
        return tally;
    }
}
