package org.dariro.safeguarding.opinion;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads sentences by all-MiniLM-L6-v2 of the sentence-transformers project, rounded to 8 bits, run by ONNX Runtime. A text takes
 * one core some milliseconds, more the longer it is, up to {@link #MOST_PIECES}.
 */
final class SentenceModel implements Sentences {
    private static final Logger LOG = LoggerFactory.getLogger(SentenceModel.class);
    private static final String NAME = "all-minilm-l6-v2-q";

    /** As long as the texts that it was fitted to. */
    private static final int MOST_PIECES = 128;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;

    private SentenceModel(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /** Empty where this machine cannot run it, which the log tells: its code is made for some kinds of processor and system only. */
    static Optional<Sentences> load() {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream file = file(".onnx")) {
            WordPieces pieces = pieces();
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false); // on by default on Windows
            options.setIntraOpNumThreads(1); // texts are many and short: one core each
            return Optional.of(
                    new SentenceModel(environment, environment.createSession(file.readAllBytes(), options), pieces));
        } catch (OrtException | IOException | RuntimeException | LinkageError e) {
            LOG.error("Sentences cannot be read on this machine: the second opinion goes by words alone", e);
            return Optional.empty();
        }
    }

    /** A mark of what it is made of, for telling whether what was learnt from it is up to date. */
    static void digest(MessageDigest digest) throws IOException {
        try (InputStream model = file(".onnx");
                InputStream tokenizer = file("-tokenizer.json")) {
            digest.update(model.readAllBytes());
            digest.update(tokenizer.readAllBytes());
        }
    }

    private static WordPieces pieces() throws IOException {
        try (InputStream file = file("-tokenizer.json")) {
            return WordPieces.read(file);
        }
    }

    private static InputStream file(String kind) throws IOException {
        InputStream file = SentenceModel.class.getResourceAsStream("/" + NAME + kind);
        if (file == null) {
            throw new IOException("There is no file " + NAME + kind + " in the class path.");
        }
        return file;
    }

    /** As the model gives them, its marks of beginning and end among them; of a long text the first {@link #MOST_PIECES}. */
    @Override
    public float[][] read(List<String> words) {
        long[] numbers = pieces.of(words, MOST_PIECES);
        long[] ones = new long[numbers.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor text = OnnxTensor.createTensor(environment, new long[][] {numbers});
                OnnxTensor read = OnnxTensor.createTensor(environment, new long[][] {ones});
                OnnxTensor kind = OnnxTensor.createTensor(environment, new long[][] {new long[numbers.length]});
                OrtSession.Result made =
                        session.run(Map.of("input_ids", text, "attention_mask", read, "token_type_ids", kind))) {
            return ((float[][][]) made.get(0).getValue())[0];
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model failed", e);
        }
    }
}
