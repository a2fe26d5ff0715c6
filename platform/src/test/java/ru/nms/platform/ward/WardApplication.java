package ru.nms.platform.ward;

import java.util.UUID;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;

import ru.nms.platform.NmsHttp;

@NmsHttp
public class WardApplication {

    public static final UUID WARD = UUID.randomUUID();

    /// The framework's own adapter in the place of ours, which asks the policy.
    @Bean
    @Primary
    @ConditionalOnProperty(name = "ward.policy", havingValue = "none")
    WebFluxRegistrations withoutPolicy() {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new RequestMappingHandlerAdapter();
            }
        };
    }
}
