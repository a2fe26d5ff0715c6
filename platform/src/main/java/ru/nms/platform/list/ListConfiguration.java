package ru.nms.platform.list;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@Import(ListDescription.class)
public class ListConfiguration implements WebFluxConfigurer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ObjectProvider<JsonMapper> json;

    ListConfiguration(ObjectProvider<JsonMapper> json) {
        this.json = json;
    }

    /// Reads the signing key once, at start.
    @Bean
    Cursors cursors(DatabaseClient db) {
        return new Cursors(Objects.requireNonNull(db.sql("SELECT secret FROM cursor_key")
                .map(row -> row.get("secret", byte[].class))
                .one()
                .block(PATIENCE)));
    }

    @Bean
    Paging paging(Cursors cursors) {
        return new Paging(cursors);
    }

    @Bean
    Lists lists(DatabaseClient db, Cursors cursors) {
        return new Lists(db, cursors);
    }

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
        configurer.customCodecs().register(new TabularWriter(json.getObject()));
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == ListRequest.class;
            }

            @Override
            public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context,
                                                ServerWebExchange exchange) {
                return Mono.just(new ListRequest(
                        java.util.Map.<String, List<String>>copyOf(exchange.getRequest().getQueryParams())));
            }
        });
    }
}
