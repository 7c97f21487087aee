package org.dariro.safeguarding.opinion;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.dariro.safeguarding.screening.Category;
import org.dariro.safeguarding.screening.Severity;

/** Writes and reads a {@link Model}: the digest in the clear, then the rest compressed. The same model gives the same bytes. */
final class ModelFile {
    /** Where the build puts it in the class path. */
    static final String IN_CLASSPATH = "org/dariro/safeguarding/opinion/second-opinion.model";

    /** Of the form of the file and the meaning of the features; another number makes the build train anew. */
    static final int FORM = 4;

    private ModelFile() {}

    static void write(Model model, OutputStream out) throws IOException {
        DataOutputStream head = new DataOutputStream(out);
        head.writeInt(FORM);
        head.writeUTF(model.digest());
        head.flush();
        GZIPOutputStream packed = new GZIPOutputStream(out);
        DataOutputStream data = new DataOutputStream(packed);
        data.writeInt(model.weights().length);
        data.write(model.weights());
        for (float scale : model.scales()) {
            data.writeFloat(scale);
        }
        writeLists(model.spellings(), data);
        writeLists(model.families().names(), data);
        data.writeBoolean(model.sentences().isPresent());
        if (model.sentences().isPresent()) {
            model.sentences().get().write(data);
        }
        writeThresholds(model.thresholds(), data);
        writeExamples(model.examples().all(), data);
        data.flush();
        packed.finish();
    }

    /** Reads what {@link #write} wrote; fails on another form. */
    static Model read(InputStream in) throws IOException {
        String digest = digest(in);
        DataInputStream data = new DataInputStream(new GZIPInputStream(in, 1 << 16));
        byte[] weights = new byte[expect(data.readInt(), Scores.HEADS << Features.BITS)];
        data.readFully(weights);
        float[] scales = new float[Scores.HEADS];
        for (int head = 0; head < scales.length; head++) {
            scales[head] = data.readFloat();
        }
        Map<String, List<String>> spellings = readLists(data);
        Families families = new Families(readLists(data));
        Optional<SentenceVote> sentences = data.readBoolean() ? Optional.of(SentenceVote.read(data)) : Optional.empty();
        return new Model(
                digest,
                weights,
                scales,
                spellings,
                families,
                sentences,
                readThresholds(data),
                new Examples(readExamples(data)));
    }

    /** Only the digest. */
    static String digest(InputStream in) throws IOException {
        DataInputStream head = new DataInputStream(in);
        expect(head.readInt(), FORM);
        return head.readUTF();
    }

    private static int expect(int found, int wanted) throws IOException {
        if (found != wanted) {
            throw new IOException("The model is of another form.");
        }
        return found;
    }

    private static void writeLists(Map<String, List<String>> spellings, DataOutputStream data) throws IOException {
        data.writeInt(spellings.size());
        for (Map.Entry<String, List<String>> spelling : new TreeMap<>(spellings).entrySet()) {
            data.writeUTF(spelling.getKey());
            data.writeUTF(String.join(" ", spelling.getValue()));
        }
    }

    private static Map<String, List<String>> readLists(DataInputStream data) throws IOException {
        Map<String, List<String>> spellings = new TreeMap<>();
        for (int left = data.readInt(); left > 0; left--) {
            String spelling = data.readUTF();
            spellings.put(spelling, List.of(data.readUTF().split(" ")));
        }
        return Map.copyOf(spellings);
    }

    private static void writeThresholds(Thresholds thresholds, DataOutputStream data) throws IOException {
        writeAlarms(thresholds.alarm(), data);
        writeAlarms(thresholds.voted(), data);
        data.writeInt(thresholds.more().size());
        for (Map.Entry<String, Double> one : new TreeMap<>(thresholds.more()).entrySet()) {
            data.writeUTF(one.getKey());
            data.writeDouble(one.getValue());
        }
        data.writeDouble(thresholds.high());
    }

    private static void writeAlarms(Map<Category, Double> alarms, DataOutputStream data) throws IOException {
        data.writeInt(alarms.size());
        for (Map.Entry<Category, Double> one : new TreeMap<>(alarms).entrySet()) {
            data.writeUTF(one.getKey().label());
            data.writeDouble(one.getValue());
        }
    }

    private static Map<Category, Double> readAlarms(DataInputStream data) throws IOException {
        Map<Category, Double> alarms = new EnumMap<>(Category.class);
        for (int left = data.readInt(); left > 0; left--) {
            Category category =
                    Category.labelled(data.readUTF()).orElseThrow(() -> new IOException("Unknown category"));
            alarms.put(category, data.readDouble());
        }
        return alarms;
    }

    private static Thresholds readThresholds(DataInputStream data) throws IOException {
        Map<Category, Double> alarm = readAlarms(data);
        Map<Category, Double> voted = readAlarms(data);
        Map<String, Double> more = new TreeMap<>();
        for (int left = data.readInt(); left > 0; left--) {
            String language = data.readUTF();
            more.put(language, data.readDouble());
        }
        return new Thresholds(alarm, voted, more, data.readDouble());
    }

    private static void writeExamples(List<Examples.Example> examples, DataOutputStream data) throws IOException {
        data.writeInt(examples.size());
        for (Examples.Example example : examples) {
            data.writeUTF(example.category().map(Category::label).orElse(""));
            data.writeUTF(example.severity()
                    .map(s -> s.name().toLowerCase(Locale.ROOT))
                    .orElse(""));
            data.writeInt(example.marks().length);
            for (int mark : example.marks()) {
                data.writeInt(mark);
            }
        }
    }

    private static List<Examples.Example> readExamples(DataInputStream data) throws IOException {
        List<Examples.Example> examples = new ArrayList<>();
        for (int left = data.readInt(); left > 0; left--) {
            Optional<Category> category = Category.labelled(data.readUTF());
            String severity = data.readUTF();
            int[] marks = new int[data.readInt()];
            for (int i = 0; i < marks.length; i++) {
                marks[i] = data.readInt();
            }
            examples.add(new Examples.Example(
                    category,
                    severity.isEmpty()
                            ? Optional.empty()
                            : Optional.of(Severity.valueOf(severity.toUpperCase(Locale.ROOT))),
                    marks));
        }
        return examples;
    }
}
