package org.dariro.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sentences people send each other that hold a keyword and are none: swallowing one would silence its writer. */
class OrdinaryPostsTest {
    private static final List<String> ENGLISH = List.of(
            "I want to stop crying at night",
            "We have got to STOP this terrible bill",
            "help me please all of you",
            "help me",
            "Please help me, I have nobody",
            "Can anyone help with the forms?",
            "helping each other is why we are here",
            "who are you",
            "Who else went to the clinic today?",
            "who knows a good joke",
            "name of the clinic please anyone know?",
            "name is not important here",
            "name your fear and it gets small",
            "my name is not important",
            "I will join you all tonight",
            "join us for prayer tonight at six my sisters",
            "start with small steps, that is what I did",
            "Start again tomorrow, it gets better",
            "yes I went and it was fine",
            "Yes sister, me too",
            "no one told me",
            "No it was not like that",
            "ok my dear sleep well",
            "leave him sis",
            "Leave him, you deserve better",
            "leave me alone with this",
            "leaving home was hard",
            "end of the month is hard",
            "Endings are beginnings",
            "quit smoking today!",
            "quit my job and feel free",
            "cancel culture lol",
            "cancelled my visit, no bus fare",
            "pause and breathe my sister",
            "Pause, then answer. It works.",
            "resume work on monday",
            "read Psalm 23",
            "read this",
            "Read my message again please",
            "reading helps me sleep",
            "mode of transport is walking",
            "language is hard for me too",
            "languages are fun",
            "mentors are great",
            "the mentor is kind",
            "I told my mentor everything",
            "info session was good",
            "my info is safe here I think",
            "stop and think before you answer him again",
            "stopping was the best thing I did",
            "non stop rain here",
            "bus stop was full",
            "I can't stop laughing",
            "don't stop believing",
            "never leave",
            "you may leave now if you want to go",
            "all of you are my family",
            "good morning all",
            "goodnight",
            "Hello",
            "thanks",
            "thank you",
            "please",
            "lol",
            "\u2764\ufe0f",
            "...",
            "3",
            "12",
            "100 days today!",
            "S T O P",
            "Members of my church know",
            "mute the TV he said and I laughed so much",
            "now",
            "later",
            "together we can",
            "a@b.example is not for sharing",
            "the word is stop");

    private static final List<String> SWAHILI = List.of(
            "Habari za asubuhi wote",
            "Toka jana sijala",
            "ondoka shetani",
            "Ondoka na yule mwanaume dada",
            "Msaada wa Mungu uko karibu",
            "saidia",
            "nisaidieni tafadhali",
            "acha nikwambie kitu",
            "jina langu si muhimu",
            "Jina la kliniki ni gani",
            "soma Zaburi 23",
            "siku tatu sijalala",
            "ndiyo dada, hata mimi",
            "hapana si hivyo",
            "anza na hatua ndogo",
            "endelea",
            "lugha ni ngumu kwangu pia",
            "sawa dada lala salama");

    private static final List<String> SHONA = List.of(
            "Mangwanani mose",
            "mira zvishoma ndiri kuuya",
            "Buda mumba umo sisi",
            "rubatsiro rwaMwari ruripo",
            "ndibatsireiwo",
            "zita rangu harina basa",
            "verenga Mapisarema 23",
            "rega kuchema mwana wamai",
            "ndiani azoenda kukiriniki nhasi",
            "hongu sisi neni wo",
            "kwete handizvo",
            "tanga nezvidiki");

    private static final List<String> ZULU = List.of(
            "Sanibonani nonke",
            "yima kancane ngiyeza",
            "phuma kuleyo ndlu sisi wami",
            "usizo luyeza kithi",
            "ngisizeni bo",
            "igama lami alibalulekile",
            "funda iHubo 23",
            "yebo sisi nami",
            "cha akunjalo",
            "misa ukukhala",
            "ubani oya emtholampilo",
            "qala kancane");

    private static final List<String> SPANISH = List.of(
            "Hola a todos",
            "Mira amiga",
            "Para todos ustedes un abrazo",
            "ayuda mucho hablar aquí",
            "Ayúdenme por favor",
            "auxilio",
            "salir de casa me cuesta",
            "baja autoestima tengo yo",
            "alto ahí dijo el doctor",
            "nombre de la clínica?",
            "leer me ayuda a dormir",
            "sí, a mí también",
            "no sé qué hacer",
            "quién va mañana?",
            "volver a empezar es posible",
            "misa",
            "entrar me dio miedo",
            "una pausa y a respirar amigas mías",
            "el idioma no importa",
            "unir fuerzas es lo que nos hace grandes");

    @TestFactory
    Stream<DynamicTest> anOrdinarySentenceIsAPost() {
        return Stream.of(
                        posts("en", ENGLISH),
                        posts("sw", SWAHILI),
                        posts("sn", SHONA),
                        posts("zu", ZULU),
                        posts("es", SPANISH))
                .flatMap(each -> each);
    }

    private static Stream<DynamicTest> posts(String language, List<String> sentences) {
        return sentences.stream()
                .map(sentence -> DynamicTest.dynamicTest(
                        language + ": " + sentence,
                        () -> assertEquals(
                                new Command.Post(sentence), KeywordsTest.KEYWORDS.parse(sentence, language))));
    }
}
