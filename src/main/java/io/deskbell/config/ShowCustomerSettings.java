package io.deskbell.config;

import java.net.URI;

/**
 * {@code [inbox] show_customer}: opens a customer in Agent Inbox without a call (CM.com, show customer).
 *
 * @param apiUrl without a trailing slash
 * @param email of the agent, as at Settings &gt; Team
 */
public record ShowCustomerSettings(URI apiUrl, Secret key, Secret secret, String email) {
}
