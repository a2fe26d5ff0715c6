package ru.nms.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import reactor.core.publisher.Flux;

/// Which connections Spring Cloud Gateway may still close when a client hangs up.
class FinishedResponsesTest {

    private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));

    private void answer(Flux<String> body) {
        exchange.getAttributes().put(CLIENT_RESPONSE_CONN_ATTR, "connection");
        var factory = new DefaultDataBufferFactory();
        var bytes = body.<DataBuffer>map(text -> factory.wrap(text.getBytes(UTF_8)));
        new FinishedResponses().filter(exchange, answered -> answered.getResponse().writeWith(bytes)).subscribe().dispose();
    }

    @Test
    void isNoneWhoseResponseHasEnded() {
        answer(Flux.just("a", "b"));

        assertThat(exchange.getAttributes()).doesNotContainKey(CLIENT_RESPONSE_CONN_ATTR);
    }

    @Test
    void isNoneWhoseResponseIsEmpty() {
        answer(Flux.empty());

        assertThat(exchange.getAttributes()).doesNotContainKey(CLIENT_RESPONSE_CONN_ATTR);
    }

    @Test
    void isOneWhoseResponseIsStillOnItsWay() {
        answer(Flux.concat(Flux.just("a"), Flux.never()));

        assertThat(exchange.getAttributes()).containsKey(CLIENT_RESPONSE_CONN_ATTR);
    }

    @Test
    void writesASmallAnswerWhenItIsThereAsAWhole() {
        exchange.getResponse().getHeaders().setContentLength(2);
        answer(Flux.concat(Flux.just("ab"), Flux.never()));
        assertThat(exchange.getResponse().isCommitted()).isFalse();

        answer(Flux.just("a", "b"));
        assertThat(exchange.getResponse().getBodyAsString().block()).isEqualTo("ab");
    }

    @Test
    void passesALargeAnswerOnAsItComes() {
        exchange.getResponse().getHeaders().setContentLength(64 * 1024 + 1);
        answer(Flux.concat(Flux.just("ab"), Flux.never()));

        assertThat(exchange.getResponse().isCommitted()).isTrue();
    }
}
