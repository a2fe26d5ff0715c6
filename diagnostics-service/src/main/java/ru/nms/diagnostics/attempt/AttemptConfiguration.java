package ru.nms.diagnostics.attempt;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.platform.register.Register;

/// What attempts have to do with campaigns.
@Configuration(proxyBeanMethods = false)
class AttemptConfiguration {

    @Bean
    InitializingBean attemptsFollowCampaigns(@Qualifier("campaigns") Register<?> campaigns, AttemptService attempts) {
        return () -> campaigns.followed(attempts::follow);
    }
}
