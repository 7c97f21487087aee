package org.dariro.gateways.smpp;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dariro.gateways.api.GatewayAccount;

/** Reads an account's settings; a wrong one stops the start with a sentence that names it and never its value. */
final class SettingReader {
    private final GatewayAccount account;

    SettingReader(GatewayAccount account) {
        this.account = account;
    }

    Optional<String> text(String name) {
        return account.setting(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    int number(String name, int otherwise, int least, int most) {
        return number(name, least, most).orElse(otherwise);
    }

    Optional<Integer> number(String name, int least, int most) {
        return text(name).map(value -> {
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw wrong(name, "must be a whole number from " + least + " to " + most);
        });
    }

    boolean flag(String name) {
        return text(name)
                .map(value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw wrong(name, "must be true or false");
                })
                .orElse(false);
    }

    <E extends Enum<E>> E choice(String name, E otherwise) {
        return text(name)
                .map(value -> constant(name, value, otherwise.getDeclaringClass()))
                .orElse(otherwise);
    }

    /** Constants separated by commas. */
    <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
        Set<E> choices = EnumSet.noneOf(type);
        for (String value : text(name).orElse("").split(",")) {
            if (!value.isBlank()) {
                choices.add(constant(name, value.strip(), type));
            }
        }
        return choices;
    }

    private <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().replace('_', '-').equalsIgnoreCase(value.replace('_', '-'))) {
                return constant;
            }
        }
        throw wrong(name, "has a value that is not one of those in the documentation");
    }

    /** Codes separated by commas, in hexadecimal with or without {@code 0x}. */
    Set<Integer> codes(String name) {
        Set<Integer> codes = new HashSet<>();
        for (String code : text(name).orElse("").split(",")) {
            if (!code.isBlank()) {
                codes.add(code(name, code.strip()));
            }
        }
        return Set.copyOf(codes);
    }

    int code(String name, String written) {
        try {
            return Integer.parseUnsignedInt(written.toLowerCase(Locale.ROOT).replaceFirst("^0x", ""), 16);
        } catch (NumberFormatException e) {
            throw wrong(name, "must hold hexadecimal numbers such as 0x0400");
        }
    }

    IllegalArgumentException wrong(String name, String rule) {
        return new IllegalArgumentException(
                "The setting DARIRO_ACCOUNT_" + account.id().toUpperCase(Locale.ROOT) + "_" + name + " " + rule + ".");
    }
}
