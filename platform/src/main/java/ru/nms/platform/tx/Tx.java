package ru.nms.platform.tx;

import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

/// The only way to open a transaction: one use case, one `run`. A `run` inside a `run` joins the outer one.
///
/// The work is shielded from cancellation. Without the shield a client that hangs up cancels the pipeline between
/// BEGIN and COMMIT, the connection goes back to the pool with the transaction still open, and the next request
/// writes inside a stranger's transaction. The price: an abandoned request runs to its end. It cannot run for ever,
/// because the database bounds statements, locks and transactions ([DatabaseSettings]).
public final class Tx {

    private final TransactionalOperator operator;

    public Tx(ReactiveTransactionManager manager) {
        this.operator = TransactionalOperator.create(manager);
    }

    /// Runs the work in one transaction; any error rolls it back.
    public <T> Mono<T> run(Mono<T> work) {
        return Mono.deferContextual(context -> Mono.fromFuture(
                () -> operator.transactional(work).contextWrite(context).toFuture(), true));
    }
}
