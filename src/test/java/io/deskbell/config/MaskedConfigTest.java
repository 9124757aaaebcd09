package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passwords stand where people put them, not only where there is a key for them. */
class MaskedConfigTest {
    private static final String REST = "[agent]\nextension = 201\n[inbox]\napi_key = k\n[phone]\nsource = simulator,"
            + " sip, bria, poll\n[sip]\nserver = pbx\n[poll]\naddress = http://p\n";

    @Test
    void aPolicyIsShownAsAFileThatSetsTheSame() {
        Policy policy = new Policy(Map.of("inbox.api_key", "Rosebud1941", "agent.country", "NL", "agent.extension",
                "20\n1", ".country", "hunter2", "inbx.api_url", "https://x"), Set.of("pop.when"));
        assertEquals(new MaskedConfig("""
                country = ***
                [agent]
                country = NL
                extension = 20 1
                [inbox]
                api_key = ***
                [inbx]
                api_url = ***
                """, 3), MaskedConfig.of(policy));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [dial] url = http://admin:pw@10.0.0.9/dial|[dial] url = http://***@10.0.0.9/dial
            [dial] url = http://admin:p/w@w@10.0.0.9/{number}|[dial] url = http://***@10.0.0.9/{number}
            [dial] url = "http://10.0.0.9/d?to={number}&pw=x" ; old|[dial] url = http://10.0.0.9/d?to={number}&pw=***
            [dial] url = http://10.0.0.9/s?key=number={number}|[dial] url = http://10.0.0.9/s?key=***{number}
            [dial] url = http://10.0.0.9/s?hunter2|[dial] url = http://10.0.0.9/s?***
            [dial] url = sip:{number}@pbx|[dial] url = sip:{number}@pbx
            [DIAL] Command = "/opt/x" --pass y {number}|[DIAL] Command = /opt/x *** *** {number}
            [dial] command = "C:\\a b\\x.exe" --to={number} "p w"|[dial] command = "C:\\a b\\x.exe" ***{number} ***
            [sip] server = sip:bob:pw@pbx;transport=tls|[sip] server = sip:***@pbx;transport=tls
            [sip] server = bob:pw@pbx|[sip] server = ***@pbx
            [sip] server = sip:pbx:5061;transport=tls|[sip] server = sip:pbx:5061;transport=tls
            [inbox] api_url = https://a:pw@api.example|[inbox] api_url = https://***@api.example
            [bria] url = wss://a:pw@127.0.0.1:9002|[bria] url = wss://***@127.0.0.1:9002
            [dial] uri = pw|[dial] uri = ***
            [dail] url = http://h/pw|[dail] url = ***
            [dial] url : http://h/?pw = x|[dial] *** = ***
            """)
    void whatIsSecretInAValueIsStruck(String line, String expected) {
        assertEquals(expected.replaceFirst("] ", "]\n") + "\n",
                MaskedConfig.of(line.replaceFirst("] ", "]\n")).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [dial] url = http://admin:pw@10.0.0.9/dial|http://***@10.0.0.9/dial|; use [dial] user and password
            [sip] server = sip:bob:pw@pbx             |sip:***@pbx             |; use [sip] user and password
            [poll] address = http://bob:pw@10.0.0.9   |http://***@10.0.0.9     |; use [poll] user and password
            [inbox] api_url = https://a:pw@api.example|https://***@api.example |''
            [bria] url = ws://a:pw@127.0.0.1:9002     |ws://***@127.0.0.1:9002 |''
            """)
    void aPasswordInAnAddressIsAFaultThatDoesNotRepeatIt(String line, String shown, String instead) {
        String start = line.substring(0, line.indexOf('=') + 2);
        assertEquals("c.ini " + start + shown + ": leave name and password out" + instead, fault(line));
    }

    @Test
    void noFaultRepeatsWhatAProgramIsStartedWith() {
        assertEquals("c.ini [dial] command = /opt/x *** ***: not a program with {number} among its arguments",
                fault("[dial] command = /opt/x --pass y"));
        assertEquals("c.ini [dial] url = http://phone/d?pw=***: not an address with {number} in it, such as"
                + " http://192.168.1.20/dial?to={number} or sip:{number}", fault("[dial] url = http://phone/d?pw=x"));
    }

    @Test
    void eachLineThatHidesSomethingIsCounted() {
        MaskedConfig masked = MaskedConfig.of("[inbox]\napi_key = k\nreferrer =\n[dial]\nurl = http://h/?a=b&c=d\n");
        assertEquals(2, masked.secrets());
        assertEquals(List.of("[inbox]", "api_key = ***", "referrer =", "[dial]", "url = http://h/?a=***&c=***"),
                masked.text().lines().toList());
    }

    private static String fault(String line) {
        String key = line.substring(line.indexOf(']') + 2, line.indexOf(' ', line.indexOf(']') + 2));
        String whole = REST.replaceFirst("(?m)^" + key + " = .*\n", "");
        return assertThrows(ConfigException.class,
                () -> Config.parse("c.ini", whole + line.replaceFirst("] ", "]\n"))).getMessage();
    }
}
