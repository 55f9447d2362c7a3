package dev.sightline.signals.pipeline;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The readable texts that stand encoded in another text, decoded once. */
final class Decodings {

    private static final double READABLE = 0.95;

    private enum Encoding {
        BASE64("[A-Za-z0-9+/_-]{24,}={0,2}", Decodings::base64),
        HEX("\\b[0-9a-fA-F]{32,}\\b", run -> text(HexFormat.of().parseHex(run))),
        PERCENT("[%\\w+.~-]{24,}", run -> URLDecoder.decode(run, StandardCharsets.UTF_8)),
        ESCAPES("[\\\\\\w ]{24,}", Decodings::unescaped);

        final Pattern run;
        final UnaryOperator<String> decode;

        Encoding(String run, UnaryOperator<String> decode) {
            this.run = Pattern.compile(run);
            this.decode = decode;
        }

        Stream<String> texts(String text) {
            return run.matcher(text).results().map(MatchResult::group).flatMap(this::decoded);
        }

        private Stream<String> decoded(String found) {
            try {
                String decoded = decode.apply(found);
                return readable(decoded) && !decoded.equals(found) ? Stream.of(decoded) : Stream.empty();
            } catch (IllegalArgumentException e) {
                return Stream.empty();
            }
        }
    }

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private Decodings() {}

    static Stream<String> of(String text) {
        return Stream.of(Encoding.values()).flatMap(encoding -> encoding.texts(text));
    }

    private static String base64(String run) {
        return text(Base64.getDecoder().decode(run.replace('-', '+').replace('_', '/')));
    }

    private static String unescaped(String run) {
        return ESCAPE.matcher(run)
                .replaceAll(
                        escape -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static boolean readable(String text) {
        long printable =
                text.chars().filter(c -> c >= ' ' && c < 127 || c == '\n').count();
        return printable >= READABLE * text.length();
    }
}
