package org.dariro.console.pages;

import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A browser's stream of events, as far as it has come; cut, it takes nothing more. */
final class Stream implements SseEventSink, Sse {
    /** The id of the last event that came; empty for none. */
    String last = "";

    /** How many pulses came. */
    int pulses;

    private boolean closed;

    private record Event(String id, String name, String comment, Object data) implements OutboundSseEvent {
        @Override
        public Class<?> getType() {
            return String.class;
        }

        @Override
        public Type getGenericType() {
            return String.class;
        }

        @Override
        public MediaType getMediaType() {
            return MediaType.TEXT_PLAIN_TYPE;
        }

        @Override
        public Object getData() {
            return data;
        }

        @Override
        public String getId() {
            return id;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getComment() {
            return comment;
        }

        @Override
        public long getReconnectDelay() {
            return RECONNECT_NOT_SET;
        }

        @Override
        public boolean isReconnectDelaySet() {
            return false;
        }
    }

    private static final class Making implements OutboundSseEvent.Builder {
        private String id = "";
        private String name = "";
        private String comment = "";
        private Object data = "";

        @Override
        public Making id(String value) {
            id = value;
            return this;
        }

        @Override
        public Making name(String value) {
            name = value;
            return this;
        }

        @Override
        public Making reconnectDelay(long milliseconds) {
            return this;
        }

        @Override
        public Making mediaType(MediaType mediaType) {
            return this;
        }

        @Override
        public Making comment(String value) {
            comment = value;
            return this;
        }

        @Override
        @SuppressWarnings("rawtypes") // as the interface has it
        public Making data(Class type, Object value) {
            return data(value);
        }

        @Override
        @SuppressWarnings("rawtypes") // as the interface has it
        public Making data(GenericType type, Object value) {
            return data(value);
        }

        @Override
        public Making data(Object value) {
            data = value;
            return this;
        }

        @Override
        public OutboundSseEvent build() {
            return new Event(id, name, comment, data);
        }
    }

    @Override
    public OutboundSseEvent.Builder newEventBuilder() {
        return new Making();
    }

    @Override
    public SseBroadcaster newBroadcaster() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public CompletionStage<?> send(OutboundSseEvent event) {
        if (closed) {
            return CompletableFuture.failedFuture(new IllegalStateException("cut"));
        }
        if ("pulse".equals(event.getName())) {
            last = event.getId();
            pulses++;
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        closed = true;
    }
}
