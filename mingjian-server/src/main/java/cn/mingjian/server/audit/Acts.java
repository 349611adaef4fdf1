package cn.mingjian.server.audit;

import cn.mingjian.server.actor.Actor;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way to write: a transaction that names its actor and leaves an entry in the audit, wholly or not at all. */
@Component
public class Acts {

    private final TransactionTemplate transactions;
    private final JdbcClient database;
    private final AuditChain chain;

    Acts(PlatformTransactionManager manager, JdbcClient database, AuditChain chain) {
        this.transactions = new TransactionTemplate(manager);
        this.database = database;
        this.chain = chain;
    }

    /** Acts of a command that works without the application. */
    public static Acts over(DataSource source) {
        return new Acts(new JdbcTransactionManager(source), JdbcClient.create(source), AuditChain.over(source));
    }

    /** Writes, and gives what the work gives. */
    public <T> T write(Actor actor, Act act, Supplier<T> work) {
        return write(actor, work, done -> act);
    }

    /** Writes where the act is known only when the work is done, as the number of a new thing is. */
    public <T> T write(Actor actor, Supplier<T> work, Function<T, Act> act) {
        T result = transactions.execute(status -> {
            database.sql("select set_config('mingjian.actor', ?, true)")
                    .param(actor.kind() + " " + actor.id())
                    .query(String.class)
                    .single();
            T done = work.get();
            chain.append(actor, act.apply(done));
            return done;
        });
        return Objects.requireNonNull(result, "work gives something");
    }

    /** Writes what gives nothing back. */
    public void write(Actor actor, Act act, Runnable work) {
        write(actor, act, () -> {
            work.run();
            return act;
        });
    }

    /** Keeps the progress of an act that was begun already: no entry of its own, but never without an actor. */
    public void note(Actor actor, Runnable work) {
        transactions.executeWithoutResult(status -> {
            database.sql("select set_config('mingjian.actor', ?, true)")
                    .param(actor.kind() + " " + actor.id())
                    .query(String.class)
                    .single();
            work.run();
        });
    }
}
