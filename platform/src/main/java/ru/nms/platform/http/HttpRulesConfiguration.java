package ru.nms.platform.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.WebFilter;

import ru.nms.platform.access.Allowance;
import ru.nms.platform.access.Policy;

@Configuration(proxyBeanMethods = false)
public class HttpRulesConfiguration implements WebFluxConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(HttpRulesConfiguration.class);

    @Bean
    WebFilter handOverFilter() {
        return new HandOverFilter();
    }

    @Bean
    WebFilter requestFilter() {
        return new RequestFilter();
    }

    @Bean
    WebFluxRegistrations operationGate(Policy policy) {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new OperationGate(policy);
            }
        };
    }

    /// Deny by default is safe but puzzling, so the log says which operations nobody can call.
    @Bean
    SmartInitializingSingleton operationsWithoutPolicy(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return () -> mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(operation -> !Policy.isForeign(operation) && Allowance.of(operation).isEmpty())
                .forEach(operation -> LOG.error("{} has no @Allow and answers nobody", operation));
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new IfMatchArgument());
    }
}
