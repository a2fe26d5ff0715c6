package ru.nms.platform.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ru.nms.platform.testkit.Clause;

@Clause("PRF-31")
class EditionsTest {

    @TempDir Path directory;

    private ProfileCopy first() {
        return ProfileCopy.of("kuzbass", directory).as("kuzbass-1.yml");
    }

    private ProfileCopy second() {
        return ProfileCopy.of("kuzbass", directory)
                .with("version: 1\nvalidFrom: 2022-05-06", "version: 2\nvalidFrom: 2024-01-01\nprevious: [kuzbass-1.yml]")
                .with("firstYears: 3", "firstYears: 5");
    }

    @Test
    void keepTheirRulesForTheirDays() {
        first().written();

        var profile = second().loaded();

        assertThat(profile.on(LocalDate.of(2024, 1, 1)).youngTeacher()).extracting(YoungTeacherRule::firstYears).isEqualTo(5);
        assertThat(profile.on(LocalDate.of(2023, 12, 31)).youngTeacher()).extracting(YoungTeacherRule::firstYears).isEqualTo(3);
        assertThat(profile.on(LocalDate.of(2023, 12, 31)).version()).isEqualTo(1);
        assertThat(profile.on(LocalDate.of(2010, 1, 1)).version()).as("before the first edition").isEqualTo(1);
    }

    @Test
    void followOneAnotherInDayAndVersion() {
        first().with("version: 1", "version: 2").with("validFrom: 2022-05-06", "validFrom: 2024-01-01")
                .with("code: kuzbass", "code: kuzbas").written();

        assertThat(second().faults()).containsExactly(
                "kuzbass-1.yml /code: This is a profile of \"kuzbas\", but an earlier edition of \"kuzbass\" is wanted.",
                "kuzbass-1.yml /validFrom: This edition is no earlier than kuzbass.yml, which holds from 2024-01-01.",
                "kuzbass-1.yml /version: The version is not lower than that of kuzbass.yml, which replaced it.");
    }

    @Test
    void mustBeThere() {
        assertThat(second().faults()).containsExactly("kuzbass-1.yml /: There is no such file.");
    }
}
