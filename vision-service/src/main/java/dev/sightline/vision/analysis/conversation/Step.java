package dev.sightline.vision.analysis.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/**
 * One question of the conversation.
 *
 * @param name of the answer's schema
 * @param reader makes the value of an answer, throwing {@link dev.sightline.vision.analysis.InvalidOutput} with the rule
 *     it breaks
 */
record Step<T>(String name, String instruction, ObjectNode schema, Function<AnswerObject, T> reader) {}
