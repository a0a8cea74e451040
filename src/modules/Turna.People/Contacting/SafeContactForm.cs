using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Turna.Design;
using Turna.People.Contracts;

namespace Turna.People.Contacting;

/// <summary>The safe-contact rules as they are typed.</summary>
internal sealed record SafeContactForm
{
    public List<ContactChannel> Channels { get; set; } = [];

    public TimeOnly? From { get; set; }

    public TimeOnly? Until { get; set; }

    /// <summary>Hours that pass midnight are meant so: most often the two were written in each other's place.</summary>
    public bool OverNight { get; set; }

    public bool PassesMidnight => Until < From;

    public string? WhoMayAnswer { get; set; }

    public string? WhatToSay { get; set; }

    public bool NeverLeaveMessage { get; set; }

    public bool NeverContact { get; set; }

    public string? Note { get; set; }

    public static SafeContactForm Of(SafeContact rules) => new()
    {
        Channels = [.. rules.Channels], From = rules.From, Until = rules.Until, OverNight = rules.Until < rules.From, WhoMayAnswer = rules.WhoMayAnswer, WhatToSay = rules.WhatToSay,
        NeverLeaveMessage = rules.NeverLeaveMessage, NeverContact = rules.NeverContact, Note = rules.Note,
    };

    /// <summary>Refuses rules of which one forbids what another allows, and asks once about hours that pass midnight.</summary>
    /// <param name="state">Where it goes, beside the field.</param>
    /// <param name="input">The name under which this form is bound.</param>
    public void Check(ModelStateDictionary state, Texts texts, string input)
    {
        if (NeverContact && Channels.Exists(way => way != ContactChannel.Visit))
            state.AddModelError($"{input}.{nameof(Channels)}", texts["Below it says never to call or write, here it says how: keep one of the two."]);
        if (PassesMidnight && !OverNight)
            state.AddModelError($"{input}.{nameof(Until)}", texts["These hours pass midnight: from {0} until {1} of the next morning. Write them the other way round, or say below that it is meant so.", From!.Value.ToString("HH:mm", CultureInfo.InvariantCulture), Until!.Value.ToString("HH:mm", CultureInfo.InvariantCulture)]);
    }

    public SafeContact Read() => new()
    {
        Channels = Channels, From = From, Until = Until, WhoMayAnswer = WhoMayAnswer, WhatToSay = WhatToSay,
        NeverLeaveMessage = NeverLeaveMessage, NeverContact = NeverContact, Note = Note,
    };
}
