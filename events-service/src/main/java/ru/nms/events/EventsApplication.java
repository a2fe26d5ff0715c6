package ru.nms.events;

import java.util.List;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import ru.nms.contracts.EventChanged;
import ru.nms.contracts.ParticipationChanged;
import ru.nms.platform.NmsService;
import ru.nms.platform.outbox.OutboxConfiguration.OwnTopics;
import ru.nms.platform.region.RegionConfiguration;
import ru.nms.platform.sync.Feed;

/// The events service. Port 8084, configuration `events.yml`.
@NmsService
@Import(RegionConfiguration.class)
public class EventsApplication {

    static void main(String[] args) {
        new SpringApplicationBuilder(EventsApplication.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=events")
                .run(args);
    }

    @Bean
    OwnTopics ownTopics() {
        return new OwnTopics(List.of(EventChanged.TOPIC, ParticipationChanged.TOPIC));
    }

    @Bean
    Feed eventFeed() {
        return new Feed("events", "announced_event e", "e", """
                jsonb_build_object('kind', e.kind, 'level', e.level, 'title', e.title, 'organiserId', e.organiser_id,
                    'startsAt', e.starts_at, 'endsAt', e.ends_at, 'mode', e.mode, 'capacity', e.capacity,
                    'competences', e.competences, 'status', e.status, 'groupingUnit', e.grouping_unit,
                    'groupingTask', e.grouping_task)""",
                "jsonb_build_object('organiserId', e.organiser_id, 'startsAt', e.starts_at)", List.of());
    }

    @Bean
    Feed participationFeed() {
        return new Feed("participations", "registration r", "r", """
                jsonb_build_object('eventId', r.event_id, 'personId', r.person_id, 'status', r.status,
                    'attendance', r.attendance)""",
                "jsonb_build_object('eventId', r.event_id, 'personId', r.person_id)", List.of("events"));
    }
}
