package ru.nms.platform.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RegionConfigurationTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(RegionConfiguration.class).withBean(Clock.class, Clock::systemUTC);

    @Test
    void takesTyumenUnlessToldOtherwise() {
        context.run(started -> assertThat(started.getBean(RegionProfile.class).code()).isEqualTo("tyumen"));
    }

    @Test
    void takesTheNamedRegionOrAFile(@TempDir Path directory) {
        var file = ProfileCopy.of("kuzbass", directory).with("Кемеровская область — Кузбасс", "Кузбасс").written();

        context.withPropertyValues("nms.region=perm")
                .run(started -> assertThat(started.getBean(RegionProfile.class).code()).isEqualTo("perm"));
        context.withPropertyValues("nms.region=" + file)
                .run(started -> assertThat(started.getBean(RegionProfile.class).name()).isEqualTo("Кузбасс"));
    }

    @Test
    void stopsTheStartWithTheFaultsOfABrokenProfile(@TempDir Path directory, CapturedOutput output) {
        var file = ProfileCopy.of("kuzbass", directory).with("parent: KUZ-2", "parent: KUZ-9").written();
        var application = new SpringApplication(RegionConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        assertThatThrownBy(() -> application.run("--nms.region=" + file)).hasRootCauseInstanceOf(InvalidRegionProfile.class);

        assertThat(output.getAll())
                .contains("The region profile has 1 fault(s):")
                .contains("kuzbass.yml /indicatorSets/0/indicators/2/parent: \"KUZ-9\" is not an indicator of the same set")
                .contains("NMS_REGION")
                .doesNotContain("\tat ru.nms");
    }
}
