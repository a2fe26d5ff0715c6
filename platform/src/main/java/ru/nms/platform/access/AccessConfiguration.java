package ru.nms.platform.access;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.WebFilter;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
public class AccessConfiguration implements WebFluxConfigurer {

    @Bean
    SigningKeys signingKeys(IdentitySettings settings, Clock clock) {
        return new SigningKeys(settings, clock);
    }

    @Bean
    WebFilter tokenFilter(IdentitySettings settings, SigningKeys keys, Clock clock) {
        return new TokenFilter(new TokenVerifier(settings, keys, clock));
    }

    @Bean
    IdentityHealth identityHealthIndicator(SigningKeys keys) {
        return new IdentityHealth(keys);
    }

    @Bean
    Policy policy() {
        return new Policy();
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new CallerArgument());
    }
}
