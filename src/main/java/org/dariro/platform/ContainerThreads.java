package org.dariro.platform;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;

/** Camel's thread pools on threads of the container, under the names that Camel gives them. */
final class ContainerThreads extends DefaultThreadPoolFactory {
    private final ThreadFactory container;

    ContainerThreads(ThreadFactory container) {
        this.container = container;
    }

    private ThreadFactory named(ThreadFactory camel) {
        return work -> {
            Thread thread = container.newThread(work);
            thread.setName(camel.newThread(work).getName());
            return thread;
        };
    }

    @Override
    public ExecutorService newCachedThreadPool(ThreadFactory factory) {
        return super.newCachedThreadPool(named(factory));
    }

    @Override
    public ExecutorService newThreadPool(ThreadPoolProfile profile, ThreadFactory factory) {
        return super.newThreadPool(profile, named(factory));
    }

    @Override
    public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory factory) {
        return super.newScheduledThreadPool(profile, named(factory));
    }
}
