package io.deskbell.source.mqtt;

import io.deskbell.call.Reason;

/** Why a broker or a relay cannot be used: each with what to do about it. */
public enum MqttReason implements Reason.Kind {
    NO_SUCH_NAME("the broker {0} has no address: check the name in [{1}] server, and the DNS"),
    NO_CONNECTION("no connection to the broker {0}: check [{1}] server, whether the broker runs, and the firewall"),
    NO_TLS("no safe connection to the broker {0}: its certificate is not trusted, or not for this name, or it speaks no"
            + " TLS there; see [{1}] server, or name its certificate in the configuration"),
    WRONG_LOGIN("the broker {0} refuses user {1}: check user and password in [{2}]"),
    NO_MQTT5("the broker {0} does not speak MQTT 5: use a broker that does"),
    REFUSED("the broker {0} refuses ({1}): ask whoever runs it"),
    MAY_NOT_READ("user {0} may not read {1} at the broker: give the account that right"),
    MAY_NOT_WRITE("user {0} may not write {1} at the broker: give the account that right"),
    TAKEN_OVER("another Deskbell of this user on this computer has taken the place at the broker: end one of the two"),
    LOST("the connection to the broker {0} was lost"),
    NO_RELAY("no relay is there: start deskbell relay on its server; if it runs, see whether user {0} may read {1}"),
    RELAY_GONE("the relay {0} is not there: see to its server; deskbell relay --check says more there"),
    RELAY_LOST("the relay {0} does not see the telephone system: {1}");

    private final String english;

    MqttReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
