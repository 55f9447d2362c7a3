package dev.sightline.model.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.model.ModelException.Complaint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What refusals say beyond their status, as the providers word them. */
class ComplaintsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "429|{'error':{'message':'m','type':'insufficient_quota','param':null,'code':'insufficient_quota'}}|QUOTA",
                "429|{'error':{'message':'m','type':'insufficient_quota'}}|QUOTA",
                "429|{'error':{'message':'m','code':'billing_not_active'}}|QUOTA",
                "429|{'error':{'message':'m','type':'requests','code':'rate_limit_exceeded'}}|OTHER",
                "429|{'type':'error','error':{'type':'rate_limit_error','message':'m'}}|OTHER",
                "400|{'type':'error','error':{'type':'invalid_request_error','message':'Your credit balance is too low.'}}|QUOTA",
                "402|{'type':'error','error':{'type':'billing_error','message':'m'}}|QUOTA",
                "402||QUOTA",
                "429|{'error':{'code':429,'status':'RESOURCE_EXHAUSTED','details':[{'violations':[{'quotaId':'GenerateRequestsPerDayPerProjectPerModel'}]}]}}|QUOTA",
                "429|{'error':{'code':429,'status':'RESOURCE_EXHAUSTED','details':[{'violations':[{'quotaId':'GenerateRequestsPerMinutePerProjectPerModel'}]}]}}|OTHER",
                "400|{'error':{'message':'Invalid parameter: response_format of type json_schema is not supported with this model.'}}|SCHEMA",
                "422|{'detail':[{'loc':['body','response_format']}]}|SCHEMA",
                "400|{'error':{'code':400,'message':'Unknown name responseSchema','status':'INVALID_ARGUMENT'}}|SCHEMA",
                "500|{'error':{'message':'response_format broke us'}}|OTHER",
                "400|{'error':{'message':'bad temperature'}}|OTHER",
                "400|{'error':'insufficient_quota'}|OTHER",
                "503|<html>busy</html>|OTHER",
                "500||OTHER"
            })
    void areReadFromCodesAndMembers(int status, String body, Complaint complaint) {
        String sent = body == null ? "" : body.replace('\'', '"');

        assertEquals(complaint, Complaints.of(new ProviderReply(status, null, sent)));
    }
}
