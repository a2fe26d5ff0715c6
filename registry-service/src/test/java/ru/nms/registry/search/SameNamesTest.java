package ru.nms.registry.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import ru.nms.platform.region.Terms;

class SameNamesTest {

    private final SameNames names = new SameNames(new Terms(null, null, Map.of(
            "CNPPM", List.of("ЦНППМ", "ЦНППМПР", "ЦНППМ ПР"), "FR_DPP", List.of("ФР ДПП", "ФР ДПО"), "ALONE", List.of("портал"))));

    @Test
    void asksUnderEveryName() {
        assertThat(names.ways("Программы ЦНППМ")).containsExactlyInAnyOrder("программы цнппм", "программы цнппмпр", "программы цнппм пр");
        assertThat(names.ways("дпо программа фр")).containsExactly("дпо программа фр", "программа фр дпп");
    }

    @Test
    void takesTheLongestNameThatWasMeant() {
        assertThat(names.ways("цнппм пр")).containsExactlyInAnyOrder("цнппм пр", "цнппмпр", "цнппм");
    }

    @Test
    void leavesPartsOfNamesAndOtherWordsAlone() {
        assertThat(names.ways("цнп Ёлка портал")).containsExactly("цнп елка портал");
        assertThat(names.ways("ЦНППМ ФР ДПП")).hasSize(6).contains("цнппмпр фр дпо");
    }
}
