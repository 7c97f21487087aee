package org.dariro.safeguarding.opinion;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.dariro.safeguarding.screening.Category;

/**
 * Makes the model of the second opinion when the service is built: {@code Training <training-texts> <classes>}. Does nothing when
 * the model that is there was made of the same texts by the same code, and of the same model of sentences.
 */
public final class Training {
    private static final String SPELLINGS = "spelling.txt";
    private static final String FAMILIES = "families.txt";
    private static final String SETTINGS = "thresholds.properties";
    private static final String FOR_LANGUAGE = "more.for.";

    private Training() {}

    /** The build calls it with the folder of the training texts and that of the compiled classes. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        Path texts = Path.of(arguments[0]);
        Path classes = Path.of(arguments[1]);
        Path target = classes.resolve(ModelFile.IN_CLASSPATH);
        Optional<Sentences> sentences = SentenceModel.load();
        String digest = digest(texts, classes, sentences.isPresent());
        if (Files.exists(target) && digest.equals(madeOf(target))) {
            return;
        }
        System.out.println("Making the model of the second opinion from " + texts.getFileName() + "...");
        Model model = trainer(texts, sentences).train(TrainingTexts.read(texts), thresholds(texts), digest);
        Files.createDirectories(target.resolveSibling(""));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            ModelFile.write(model, out);
        }
    }

    /** One that knows the spellings and families of a folder, and sentences if they can be read. */
    static Trainer trainer(Path folder, Optional<Sentences> sentences) throws IOException {
        return new Trainer(spellings(folder), Families.of(Files.readAllLines(folder.resolve(FAMILIES))), sentences);
    }

    private static Map<String, List<String>> spellings(Path folder) throws IOException {
        return TrainingTexts.spellings(Files.readAllLines(folder.resolve(SPELLINGS)));
    }

    static Thresholds thresholds(Path folder) throws IOException {
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve(SETTINGS))) {
            settings.load(in);
        }
        Map<String, Double> more = new TreeMap<>();
        for (String name : settings.stringPropertyNames()) {
            if (name.startsWith(FOR_LANGUAGE)) {
                more.put(name.substring(FOR_LANGUAGE.length()), number(settings, name));
            }
        }
        return new Thresholds(alarms(settings, "alarm."), alarms(settings, "voted."), more, number(settings, "high"));
    }

    private static Map<Category, Double> alarms(Properties settings, String prefix) {
        Map<Category, Double> alarms = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            if (category != Category.PERSONAL_DATA) {
                alarms.put(category, number(settings, prefix + category.label()));
            }
        }
        return alarms;
    }

    private static double number(Properties settings, String name) {
        String value = settings.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException(SETTINGS + ": there is no " + name);
        }
        return Double.parseDouble(value.strip());
    }

    private static String madeOf(Path model) {
        try (InputStream in = Files.newInputStream(model)) {
            return ModelFile.digest(in);
        } catch (IOException e) {
            return ""; // cut off, or of another form: made anew
        }
    }

    private static String digest(Path texts, Path classes, boolean sentences) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> files = new ArrayList<>(TrainingTexts.files(texts));
            Path code = classes.resolve(ModelFile.IN_CLASSPATH).resolveSibling("");
            files.addAll(TrainingTexts.files(code).stream()
                    .filter(file -> file.toString().endsWith(".class"))
                    .toList());
            for (Path file : files) {
                digest.update(Files.readAllBytes(file));
            }
            if (sentences) {
                SentenceModel.digest(digest);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
