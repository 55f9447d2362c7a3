package dev.sightline.signals.pipeline;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/**
 * Fragments that are an attack wherever they stand. Most are commands to the reader, so they must begin where a command
 * begins: at the start of a sentence or after a word like "please". That somebody ignored instructions, leaked a key or
 * ran a script is news, not an attack.
 *
 * <p>RE2 takes time linear in the text, which here may come from an attacker. A pattern is only tried on texts that hold
 * one of its triggers.
 */
enum AttackPattern {
    IGNORE_RULES(
            Threat.INSTRUCTION_OVERRIDE,
            List.of("ignore", "disregard", "forget", "override", "follow"),
            Begin.COMMAND
                    + "(?:ignore|disregard|forget|override|(?:do not|don't|stop) follow(?:ing)?)\\s+"
                    + "(?:(?:all|any|every|each|the|your|of|these|those|previous|prior|above|earlier|preceding|initial"
                    + "|original|system|existing|current|safety)\\s+){1,6}"
                    + "(?:instructions?|prompts?|rules|guidelines|directives|constraints|programming|training)"),
    IGNORE_ABOVE(
            Threat.INSTRUCTION_OVERRIDE,
            List.of("ignore", "disregard", "forget"),
            Begin.COMMAND
                    + "(?:ignore|disregard|forget)\\s+(?:everything|anything|all|what(?:ever)?)\\s+(?:of\\s+the\\s+)?"
                    + "(?:above|you\\s+(?:were|have\\s+been)\\s+(?:told|taught|instructed))"),
    NO_LIMITS(
            Threat.INSTRUCTION_OVERRIDE,
            List.of("act", "pretend", "behave"),
            Begin.COMMAND
                    + "(?:act|pretend|behave)\\s.{0,40}\\b(?:DAN\\b|(?:without|no)\\s+(?:any\\s+)?"
                    + "(?:restrictions|rules|filters|limits|guidelines))"),
    NEW_ROLE(
            Threat.INSTRUCTION_OVERRIDE,
            List.of("you are"),
            "\\byou\\s+are\\s+(?:now\\s+)?(?:in\\s+(?:developer|god|jailbreak|dan|debug)\\s+mode|(?:an?\\s+)?"
                    + "(?:unrestricted|unfiltered|uncensored|jailbroken)\\s+\\w+)"),
    OBEY(Threat.INSTRUCTION_OVERRIDE, List.of("obey"), "\\bfrom\\s+now\\s+on,?\\s+(?:you\\s+)?(?:only\\s+)?obey\\b"),
    OVERRIDE_BANNER(
            Threat.INSTRUCTION_OVERRIDE,
            List.of("override", "message"),
            "\\b(?:system|admin|developer)\\s+(?:override|message)\\s*:.{0,40}\\binstructions\\b"),

    ROLE_MARKER(
            Threat.HIDDEN_INSTRUCTIONS,
            List.of("<|", "<<sys", "inst]"),
            "<\\|(?:im_start|im_end|system|assistant|endoftext)\\|>|<<SYS>>|\\[/?INST\\]"),
    COMMENT(
            Threat.HIDDEN_INSTRUCTIONS,
            List.of("<!--"),
            "<!--[^>]{0,400}\\b(?:AI|LLM|agents?|assistants?)\\b[^>]{0,60}[:,][^>]{1,600}"),
    INVISIBLE_STYLE(
            Threat.HIDDEN_INSTRUCTIONS,
            List.of("style"),
            "style\\s*=\\s*[\"'][^\"'>]{0,120}(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden|font-size\\s*:\\s*0"
                    + "|opacity\\s*:\\s*0)[^>]{0,200}>[^<]{0,200}\\b(?:AI|LLM|agents?|assistants?|model)\\b[^<]{0,300}"),
    TAG_CHARACTERS(Threat.HIDDEN_INSTRUCTIONS, List.of("\uDB40"), "[\\x{E0020}-\\x{E007E}]{4,}"),
    ZERO_WIDTH_RUN(
            Threat.HIDDEN_INSTRUCTIONS,
            List.of("\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF"),
            "[\\x{200B}-\\x{200D}\\x{2060}-\\x{2064}\\x{FEFF}]{8,}"),

    DECODE_AND_OBEY(
            Threat.ENCODED_PAYLOAD,
            List.of("decode"),
            "\\bdecode\\b.{0,60}\\b(?:and|then)\\s+(?:follow|execute|run|obey|do)\\b.{0,60}[:\\s]\\s*[\\w+/=%-]{16,400}"),

    REVEAL_PROMPT(
            Threat.SECRET_EXFILTRATION,
            List.of("prompt", "instructions"),
            Begin.COMMAND
                    + "(?:reveal|print|repeat|output|show|disclose|leak|quote)\\s+(?:\\w+\\s+){0,2}(?:your|the)\\s+"
                    + "(?:\\w+\\s+){0,2}(?:system\\s+prompt|(?:initial|hidden|original|secret)\\s+(?:instructions|prompt))"),
    SEND_SECRETS(
            Threat.SECRET_EXFILTRATION,
            List.of("://", "@"),
            "\\b(?:send|sends|post|upload|email|forward|exfiltrate|copy|leak|print|submit)\\s+(?:[\\w,.]+\\s+){0,8}"
                    + "(?:api\\s+keys?|secrets|access\\s+tokens?|credentials|passwords|environment\\s+variables|env\\s+vars"
                    + "|\\.env|private\\s+keys?|ssh\\s+keys?)\\b.{0,80}\\bto\\s+(?:https?://|ftp://|\\w+@)\\S{1,200}"),
    ANSWER_SECRETS(
            Threat.SECRET_EXFILTRATION,
            List.of("your"),
            Begin.COMMAND
                    + "(?:include|put|add|write|print|quote)\\s+(?:[\\w,.]+\\s+){0,6}(?:api\\s+keys?|secrets"
                    + "|access\\s+tokens?|credentials|environment\\s+variables).{0,40}\\b(?:in|into|to)\\s+your\\s+"
                    + "(?:answer|reply|summary|response|report|pull\\s+request)"),
    PIPE_SECRETS(
            Threat.SECRET_EXFILTRATION,
            List.of("|"),
            "(?:\\bcat\\s+\\S{0,80}(?:id_rsa|id_ed25519|\\.env|credentials|\\.netrc|shadow)|\\bprintenv|\\benv)\\s*\\|"
                    + "\\s*(?:curl|wget|nc|ncat)\\b.{1,200}"),

    PIPE_TO_SHELL(
            Threat.REMOTE_CODE_EXECUTION,
            List.of("curl", "wget"),
            Begin.RUN + "(?:curl|wget)\\s.{1,200}\\|\\s*(?:sudo\\s+)?(?:ba|z|da)?sh\\b"),
    REVERSE_SHELL(
            Threat.REMOTE_CODE_EXECUTION,
            List.of("/dev/tcp/", "/bin/"),
            Begin.RUN + "(?:bash\\s+-i\\s*>&?\\s*/dev/tcp/\\S{1,80}|(?:nc|ncat)\\s.{0,60}-e\\s*/bin/(?:ba)?sh.{0,60})"),
    RUN_HIDDEN_CODE(
            Threat.REMOTE_CODE_EXECUTION,
            List.of("eval", "powershell", "python"),
            Begin.RUN + "(?:eval\\s*\\(\\s*(?:atob|base64)|powershell\\s.{0,40}-enc\\w*\\s|python3?\\s+-c\\s.{0,40}"
                    + "(?:urlopen|exec|os\\.system)).{0,200}"),
    WIPE(
            Threat.REMOTE_CODE_EXECUTION,
            List.of("rm -rf"),
            Begin.RUN + "(?:sudo\\s+)?rm\\s+-rf\\s+(?:--no-preserve-root\\s+)?/(?:\\s|\\*|$).{0,60}");

    /** How commands to a reader begin. */
    private static final class Begin {
        static final String COMMAND = "(?:^|[.!?:;>*\"'`(\\-,]\\s{0,3}|\\b(?:please|now|then|must|should|just|instead|"
                + "first|agent|assistant|immediately)\\s{1,3})";
        static final String RUN = COMMAND + "(?:run|execute|paste|type|start|call|eval)\\s.{0,40}";
    }

    private static final int MAX_QUOTE = 160;

    /** Somebody asks for what is their own. */
    private static final Pattern OWN = Pattern.compile("\\b(?:my|our|me|us)\\b", Pattern.CASE_INSENSITIVE);

    private final Threat threat;
    private final List<String> triggers;
    private final Pattern pattern;

    AttackPattern(Threat threat, List<String> triggers, String regex) {
        this.threat = threat;
        this.triggers = triggers;
        this.pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    }

    Threat threat() {
        return threat;
    }

    /**
     * The fragment of a text that is this attack.
     *
     * @param lower the text in lower case
     */
    Optional<String> fragment(String text, String lower) {
        if (triggers.stream().noneMatch(lower::contains)) {
            return Optional.empty();
        }
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            if (this != SEND_SECRETS || !OWN.matcher(matcher.group()).find()) {
                return Optional.of(quote(matcher.group()));
            }
        }
        return Optional.empty();
    }

    private static String quote(String fragment) {
        return Titles.cut(fragment.replaceFirst("^[\\s.!?:;>*\"'`(,-]+", ""), MAX_QUOTE);
    }
}
