using System.Globalization;
using Turna.Design;
using Turna.People.Contracts;
using Turna.People.Keeping;

namespace Turna.People.Contacting;

/// <summary>The safe-contact rules as sentences, in the order in which they must be known before a call.</summary>
internal static class SafeContactWords
{
    public static IReadOnlyList<string> Lines(SafeContact rules, Texts t)
    {
        if (rules.NeverContact) return [t["Do not call or write. Wait until she comes or calls herself."], .. Note(rules, t)];
        List<string> lines = [.. Hours(rules, t)];
        if (rules.Channels.Count > 0) lines.Add(t["Only by: {0}.", string.Join(", ", rules.Channels.Select(c => Channel(c, t)))]);
        if (!string.IsNullOrEmpty(rules.WhoMayAnswer)) lines.Add(t["May answer: {0}.", rules.WhoMayAnswer]);
        if (!string.IsNullOrEmpty(rules.WhatToSay)) lines.Add(Ended(t["If somebody else answers, say: {0}", rules.WhatToSay]));
        if (rules.NeverLeaveMessage) lines.Add(t["Never leave a message."]);
        // "Also" follows something.
        return lines.Count == 0 && rules.Note is { Length: > 0 } note ? [Ended(note)] : [.. lines, .. Note(rules, t)];
    }

    /// <summary>The sentences, or the one that stands in their place where nothing is known.</summary>
    public static IReadOnlyList<string> OrNothing(IReadOnlyList<string> lines, Texts t) =>
        lines.Count > 0 ? lines : [$"{t["Safe contact"]}: {t["nothing is known. Ask before you call again."]}"];

    public static string Channel(ContactChannel channel, Texts t) => channel switch
    {
        ContactChannel.Call => t["call"],
        ContactChannel.Text => t["text message"],
        ContactChannel.WhatsApp => "WhatsApp",
        ContactChannel.Telegram => "Telegram",
        ContactChannel.Email => t["e-mail"],
        _ => t["visit"],
    };

    /// <summary>A number with whose telephone it is, and what is known of it.</summary>
    public static string Line(Phone phone, Texts t) => $"{phone.Number} ({PhoneOwners.Word(phone.Owner, t)}{(phone.Note is null ? "" : $", {phone.Note}")})";

    private static IEnumerable<string> Hours(SafeContact rules, Texts t)
    {
        // Where calls are not among her ways, "call" would contradict them.
        var mayCall = rules.Channels.Count == 0 || rules.Channels.Contains(ContactChannel.Call);
        if (rules is { From: { } dusk, Until: { } dawn } && dawn < dusk)
            yield return t[mayCall ? Texts.Key("Call only at night, between {0} and {1} of the next morning.") : Texts.Key("Contact her only at night, between {0} and {1} of the next morning."), Clock(dusk), Clock(dawn)];
        else if (rules is { From: { } from, Until: { } until })
            yield return t[mayCall ? Texts.Key("Call only between {0} and {1}.") : Texts.Key("Contact her only between {0} and {1}."), Clock(from), Clock(until)];
        else if (rules.From is { } after) yield return t[mayCall ? Texts.Key("Call only after {0}.") : Texts.Key("Contact her only after {0}."), Clock(after)];
        else if (rules.Until is { } before) yield return t[mayCall ? Texts.Key("Call only before {0}.") : Texts.Key("Contact her only before {0}."), Clock(before)];
    }

    private static IEnumerable<string> Note(SafeContact rules, Texts t) => string.IsNullOrEmpty(rules.Note) ? [] : [Ended(t["Also: {0}", rules.Note])];

    // What is to be said must not run into what must not.
    private static string Ended(string line) => line.TrimEnd() is var written && written.TrimEnd('.', '!', '?') != written ? written : written + ".";

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
