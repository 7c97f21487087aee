package org.dariro.safeguarding.opinion;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Writes texts as people write them on a phone, or to hide a word: shortened, misspelt, spelled out, run together, with digits
 * and stars for letters. So that the model learns that these say the same.
 */
final class Disguises {
    /** How many ways there are. */
    static final int WAYS = 7;

    private static final String KEYS = "qwertyuiopasdfghjklzxcvbnm";
    private static final String LETTERS = "aeiost";
    private static final String SIGNS = "@310$7";
    private static final String OTHER_SIGNS = "43105+";
    private static final Map<String, List<String>> SHORT = shorthand();

    private Disguises() {}

    /** {@code text} in way {@code way}, 0 to {@link #WAYS} exclusive; unchanged where that way changes nothing. */
    static String of(String text, int way, Random random) {
        String[] words = text.split(" ");
        int any = random.nextInt(words.length);
        switch (way) {
            case 0 -> shorten(words, random);
            case 1 -> {
                for (int left = 1 + random.nextInt(3); left > 0; left--) {
                    int i = random.nextInt(words.length);
                    words[i] = withSigns(words[i], random);
                }
            }
            case 2 -> {
                if (words[any].length() >= 3 && words[any].length() <= 12) {
                    words[any] = String.join(List.of(" ", ".", "-", "_").get(random.nextInt(4)), words[any].split(""));
                }
            }
            case 3 -> {
                for (int left = 1 + words.length / 5; left > 0; left--) {
                    int i = random.nextInt(words.length);
                    words[i] = slipped(words[i], random);
                }
            }
            case 4 -> {
                return runTogether(words, random);
            }
            case 5 -> words[any] = starredOrStretched(words[any], random);
            default -> {
                return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} ]", "");
            }
        }
        return String.join(" ", words);
    }

    private static void shorten(String[] words, Random random) {
        for (int i = 0; i < words.length; i++) {
            String word = words[i].toLowerCase(Locale.ROOT);
            List<String> ways = SHORT.get(word);
            if (ways != null && random.nextInt(10) < 7) {
                words[i] = ways.get(random.nextInt(ways.size()));
            } else if (word.length() >= 5 && random.nextInt(10) < 2) {
                StringBuilder bare = new StringBuilder();
                for (int k = 0; k < word.length(); k++) {
                    boolean edge = k == 0 || k == word.length() - 1;
                    if (edge || "aeiou".indexOf(word.charAt(k)) < 0 || random.nextInt(3) == 0) {
                        bare.append(word.charAt(k));
                    }
                }
                words[i] = bare.toString();
            } else if (word.endsWith("ing") && random.nextBoolean()) {
                words[i] = word.substring(0, word.length() - 1);
            } else {
                words[i] = word.replace("'", "");
            }
        }
    }

    private static String withSigns(String word, Random random) {
        StringBuilder bent = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int place = LETTERS.indexOf(Character.toLowerCase(c));
            boolean bend = place >= 0 && random.nextInt(3) > 0;
            bent.append(bend ? (random.nextBoolean() ? SIGNS : OTHER_SIGNS).charAt(place) : c);
        }
        return bent.toString();
    }

    private static String slipped(String word, Random random) {
        if (word.length() < 4) {
            return word;
        }
        int k = 1 + random.nextInt(word.length() - 2);
        String before = word.substring(0, k);
        String after = word.substring(k + 1);
        int key = KEYS.indexOf(word.charAt(k));
        return switch (random.nextInt(4)) {
            case 0 -> before + after.charAt(0) + word.charAt(k) + after.substring(1);
            case 1 -> before + after;
            case 2 -> before + word.charAt(k) + word.substring(k);
            default ->
                key < 0
                        ? word
                        : before
                                + KEYS.charAt(Math.max(0, Math.min(25, key + (random.nextBoolean() ? 1 : -1))))
                                + after;
        };
    }

    private static String runTogether(String[] words, Random random) {
        if (words.length < 3) {
            return String.join(" ", words);
        }
        int first = random.nextInt(words.length - 1);
        int last = first + 1 + random.nextInt(3);
        StringBuilder joined = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            joined.append(i > first && i <= last ? "" : " ").append(words[i]);
        }
        return joined.toString();
    }

    private static String starredOrStretched(String word, Random random) {
        if (word.length() < 4) {
            return word;
        }
        int k = 1 + random.nextInt(word.length() - 2);
        String letter = word.substring(k, k + 1);
        return word.substring(0, k) + (random.nextBoolean() ? "*" : letter.repeat(4)) + word.substring(k + 1);
    }

    private static Map<String, List<String>> shorthand() {
        Map<String, List<String>> ways = new HashMap<>();
        String table =
                "you=u,yu,ya|to=2|for=4|are=r|be=b|see=c|why=y|your=ur|please=pls,plz|and=nd,n,&|the=d,da,th|this=dis,ths|"
                        + "that=dat,tht|with=wit,w|want=wnt,wan|going=goin,gng|because=bcoz,cuz,coz,bc|people=ppl|tonight=2nite,tonite|"
                        + "today=2day|tomorrow=2moro,tmrw|anymore=nemore,anymo|myself=myslf,maself,meself|my=ma,mi|die=dye|about=abt|"
                        + "have=hav,hv|know=kno,knw|what=wat,wot|love=luv|just=jst,jus|can't=cant,cnt|don't=dont,dnt|i'm=im,am|me=mi|"
                        + "life=lyf,lif|like=lyk,lik|night=nite|time=tym|mind=mynd|live=liv|kill=kil|good=gud|would=wud|should=shud|"
                        + "could=cud|there=der,ther|they=dey|them=dem|nothing=nuthin,nothin|everything=evrything|again=agen|one=1|"
                        + "anyone=any1|someone=sum1|some=sum|come=cum|friend=frnd|feel=fil,feal|pills=pilz,pillz|tablets=tabs|"
                        + "husband=hubby,husbnd|before=b4|great=gr8|wait=w8|hate=h8|late=l8|que=k,q,ke|porque=xq,pq|quiero=kiero,qro|"
                        + "vida=bida|voy=voi,boy|estoy=toy,stoy|para=pa|por=x|también=tmb|más=mas|nada=nda";
        for (String entry : table.split("\\|")) {
            int equals = entry.indexOf('=');
            ways.put(
                    entry.substring(0, equals),
                    List.of(entry.substring(equals + 1).split(",")));
        }
        return ways;
    }
}
