package ru.nms.platform.region;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// Brings the profile of this installation into a service; to be imported.
@EnableConfigurationProperties(RegionSettings.class)
public class RegionConfiguration {

    @Bean
    RegionProfile regionProfile(RegionSettings settings) {
        return RegionProfiles.load(settings.region());
    }

    @Bean
    RegionCalendar regionCalendar(Clock clock, RegionProfile profile) {
        return new RegionCalendar(clock.withZone(profile.timeZone()));
    }
}
