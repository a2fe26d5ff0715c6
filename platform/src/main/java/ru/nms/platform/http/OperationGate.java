package ru.nms.platform.http;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.CurrentCaller;
import ru.nms.platform.access.Policy;
import ru.nms.platform.problem.Refusal;

/// Where every operation passes before it runs: its policy, then its parameters. It stands in the handler adapter and
/// not in a filter, because only here the operation is known; a filter would have to look it up a second time, and
/// could look up another one than is run.
final class OperationGate extends RequestMappingHandlerAdapter {

    private final Policy policy;
    private final StrictParameters parameters = new StrictParameters();

    OperationGate(Policy policy) {
        this.policy = policy;
    }

    @Override
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        try {
            var operation = (HandlerMethod) handler;
            policy.check(operation, CurrentCaller.of(exchange));
            parameters.check(operation, exchange.getRequest());
        } catch (Refusal no) {
            return Mono.error(no);
        }
        return super.handle(exchange, handler);
    }
}
