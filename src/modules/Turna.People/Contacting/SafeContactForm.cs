using Turna.People.Contracts;

namespace Turna.People.Contacting;

/// <summary>The safe-contact rules as they are typed.</summary>
internal sealed record SafeContactForm
{
    public List<ContactChannel> Channels { get; set; } = [];

    public TimeOnly? From { get; set; }

    public TimeOnly? Until { get; set; }

    public string? WhoMayAnswer { get; set; }

    public string? WhatToSay { get; set; }

    public bool NeverLeaveMessage { get; set; }

    public bool NeverContact { get; set; }

    public string? Note { get; set; }

    public static SafeContactForm Of(SafeContact rules) => new()
    {
        Channels = [.. rules.Channels], From = rules.From, Until = rules.Until, WhoMayAnswer = rules.WhoMayAnswer, WhatToSay = rules.WhatToSay,
        NeverLeaveMessage = rules.NeverLeaveMessage, NeverContact = rules.NeverContact, Note = rules.Note,
    };

    public SafeContact Read() => new()
    {
        Channels = Channels, From = From, Until = Until, WhoMayAnswer = WhoMayAnswer, WhatToSay = WhatToSay,
        NeverLeaveMessage = NeverLeaveMessage, NeverContact = NeverContact, Note = Note,
    };
}
