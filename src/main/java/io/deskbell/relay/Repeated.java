package io.deskbell.relay;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/** Does something every so many minutes for as long as the server runs. */
record Repeated(Scheduler scheduler, Runnable task, long minutes) implements LifeCycle.Listener {
    @Override
    public void lifeCycleStarted(LifeCycle server) {
        again();
    }

    private void again() {
        scheduler.schedule(() -> {
            task.run();
            again();
        }, minutes, TimeUnit.MINUTES);
    }
}
