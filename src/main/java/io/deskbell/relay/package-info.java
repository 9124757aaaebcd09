/**
 * What runs on the customer's server for all desks: takes what a telephone system tells, or watches one, keeps it on
 * disk until the broker has it, and has the broker hand each desk its own part. Knows no agent and no Agent Inbox.
 */
package io.deskbell.relay;
