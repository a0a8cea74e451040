namespace Turna.People.Contracts;

/// <summary>A way to reach her.</summary>
public enum ContactChannel
{
    Call,
    Text,
    WhatsApp,
    Telegram,
    Email,
    Visit,
}

/// <summary>
/// How she may be reached without danger. Shown before a number is. Sealed with her identity.
/// </summary>
public sealed record SafeContact
{
    /// <summary>The only ways allowed; empty means that none is ruled out.</summary>
    public IReadOnlyList<ContactChannel> Channels { get; init; } = [];

    /// <summary>Not before this time of her day.</summary>
    public TimeOnly? From { get; init; }

    /// <summary>Not after this time of her day; earlier than <see cref="From"/> when the hours pass midnight.</summary>
    public TimeOnly? Until { get; init; }

    /// <summary>Who may answer, in the words of the person who asked: "only she", "her sister Gulnara".</summary>
    public string? WhoMayAnswer { get; init; }

    /// <summary>What to say if somebody else answers.</summary>
    public string? WhatToSay { get; init; }

    /// <summary>Never leave a message, never write where others may read.</summary>
    public bool NeverLeaveMessage { get; init; }

    /// <summary>Do not call at all: she comes or calls herself.</summary>
    public bool NeverContact { get; init; }

    /// <summary>What else must be known before calling, as it was written down.</summary>
    public string? Note { get; init; }

    /// <summary>True when nothing is ruled out and nothing is to be known.</summary>
    public bool IsEmpty => Channels.Count == 0 && From is null && Until is null && string.IsNullOrEmpty(WhoMayAnswer)
        && string.IsNullOrEmpty(WhatToSay) && !NeverLeaveMessage && !NeverContact && string.IsNullOrEmpty(Note);

    /// <summary>Whether a call at this time of her day keeps the rule of hours. The last minute is included.</summary>
    public bool AllowsAt(TimeOnly time)
    {
        if (NeverContact) return false;
        if (From is { } from && Until is { } until && until < from) return time >= from || time <= until;
        return (From is not { } start || time >= start) && (Until is not { } end || time <= end);
    }
}

/// <summary>Whose telephone it is.</summary>
public enum PhoneOwner
{
    Herself,
    Husband,
    Relative,
    Employer,
    Neighbour,
    Shared,
    Somebody,
}

/// <summary>A telephone as other rooms may show it: always after the safe-contact lines.</summary>
/// <param name="Number">E.164, or as it was written when it fits no plan.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Note">What was written beside it.</param>
public sealed record ContactPhone(string Number, PhoneOwner Owner, string? Note);
