package ru.nms.events.registration;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.contracts.ParticipationChanged;
import ru.nms.platform.outbox.Retelling;

/// How registrations are told again.
@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {

    @Bean
    Retelling registrationsAgain(SeatService seats) {
        return new Retelling(List.of(ParticipationChanged.TOPIC), "registration", seats::sayAgain);
    }
}
