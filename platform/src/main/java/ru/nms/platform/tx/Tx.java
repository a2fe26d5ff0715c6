package ru.nms.platform.tx;

import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;

import reactor.core.publisher.Mono;

/// The only way to open a transaction: one use case, one `run`. A `run` inside a `run` joins the outer one.
///
/// The work is shielded from cancellation. Without the shield a client that hangs up cancels the pipeline between
/// BEGIN and COMMIT, the connection goes back to the pool with the transaction still open, and the next request
/// writes inside a stranger's transaction. The price: an abandoned request runs to its end. It cannot run for ever,
/// because the database bounds statements, locks and transactions ([DatabaseSettings]).
public final class Tx {

    private final TransactionalOperator operator;
    private final TransactionalOperator apart;

    public Tx(ReactiveTransactionManager manager) {
        this.operator = TransactionalOperator.create(manager);
        this.apart = TransactionalOperator.create(manager,
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /// Runs the work in one transaction; any error rolls it back.
    public <T> Mono<T> run(Mono<T> work) {
        return shielded(operator, work);
    }

    /// Runs the work in a transaction and on a connection of its own, also within another `run`: what others must see
    /// while that one is open, and what stays when it is rolled back.
    public <T> Mono<T> apart(Mono<T> work) {
        return shielded(apart, work);
    }

    private static <T> Mono<T> shielded(TransactionalOperator operator, Mono<T> work) {
        return Mono.deferContextual(context -> Mono.fromFuture(
                () -> operator.transactional(work).contextWrite(context).toFuture(), true));
    }
}
