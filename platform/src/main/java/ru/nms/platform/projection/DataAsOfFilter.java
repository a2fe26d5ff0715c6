package ru.nms.platform.projection;

import java.lang.reflect.Method;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;
import ru.nms.contracts.Event;

/// Says with every answer that depends on copies up to when they are complete, or that they never were.
final class DataAsOfFilter implements WebFilter {

    static final String HEADER = "X-Data-As-Of";
    static final String NEVER = "never";

    private final Freshness freshness;
    private final Map<Class<? extends Event>, String> topics;
    private final Map<Method, List<String>> needed = new ConcurrentHashMap<>();

    DataAsOfFilter(Freshness freshness, List<Projection<?>> projections) {
        this.freshness = freshness;
        this.topics = projections.stream().collect(Collectors.toMap(
                projection -> projection.topic().type(), projection -> projection.topic().name()));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> {
            mark(exchange);
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private void mark(ServerWebExchange exchange) {
        @Nullable HttpStatusCode status = exchange.getResponse().getStatusCode();
        if (exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod operation
                && (status == null || !status.isError())) {
            var topics = needed.computeIfAbsent(operation.getMethod(), method -> topics(operation));
            if (!topics.isEmpty()) {
                exchange.getResponse().getHeaders().set(HEADER, freshness.of(topics)
                        .map(instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString()).orElse(NEVER));
            }
        }
    }

    /// @throws IllegalStateException when the operation depends on what this service does not learn
    List<String> topics(HandlerMethod operation) {
        var learnt = learntFrom(operation);
        return learnt == null ? List.of() : Arrays.stream(learnt.value()).map(type -> {
            var topic = topics.get(type);
            if (topic == null) {
                throw new IllegalStateException("%s depends on %s, of which there is no projection".formatted(operation, type));
            }
            return topic;
        }).toList();
    }

    static @Nullable LearntFrom learntFrom(HandlerMethod operation) {
        var own = operation.getMethodAnnotation(LearntFrom.class);
        return own != null ? own : operation.getBeanType().getAnnotation(LearntFrom.class);
    }
}
