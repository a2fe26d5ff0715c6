package ru.nms.events.event;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.contracts.EventChanged;
import ru.nms.platform.outbox.Retelling;

/// How events are told again.
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    @Bean
    Retelling eventsAgain(EventService events) {
        return new Retelling(List.of(EventChanged.TOPIC), "event", events::sayAgain);
    }
}
