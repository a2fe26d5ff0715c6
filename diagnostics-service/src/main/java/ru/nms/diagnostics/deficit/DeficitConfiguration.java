package ru.nms.diagnostics.deficit;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.contracts.DeficitChanged;
import ru.nms.platform.outbox.Retelling;

/// How deficits are told again.
@Configuration(proxyBeanMethods = false)
class DeficitConfiguration {

    @Bean
    Retelling deficitsAgain(DeficitService deficits) {
        return new Retelling(List.of(DeficitChanged.TOPIC), "deficit", deficits::sayAgain);
    }
}
