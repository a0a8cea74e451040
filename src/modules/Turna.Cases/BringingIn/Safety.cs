using Turna.Cases.Contracts;
using Turna.Kernel.Codes;
using Turna.People.Contracts;

namespace Turna.Cases.BringingIn;

/// <summary>The safe-contact rules of a register as the rules of a person. The register's own words always stand in the note.</summary>
internal static class Safety
{
    private static readonly IReadOnlyList<ContactChannel> Written = [ContactChannel.Text, ContactChannel.WhatsApp, ContactChannel.Telegram];
    private static readonly IReadOnlyList<ContactChannel> AllButWritten = [ContactChannel.Call, ContactChannel.Visit];
    private static readonly IReadOnlyList<ContactChannel> AllButCalls = [.. Written, ContactChannel.Email, ContactChannel.Visit];

    // Stems, since the words of a register come in every case: "тел. мужа", "күйөөсүнүкү".
    private static readonly (string Stem, PhoneOwner Owner)[] Owners =
    [
        ("муж", PhoneOwner.Husband), ("күйөө", PhoneOwner.Husband), ("жолдош", PhoneOwner.Husband), ("супруг", PhoneOwner.Husband), ("husband", PhoneOwner.Husband),
        ("сосед", PhoneOwner.Neighbour), ("кошуна", PhoneOwner.Neighbour), ("neighbour", PhoneOwner.Neighbour),
        ("работодат", PhoneOwner.Employer), ("хозя", PhoneOwner.Employer), ("бригадир", PhoneOwner.Employer), ("начальни", PhoneOwner.Employer),
        ("свекр", PhoneOwner.Relative), ("eri", PhoneOwner.Husband), ("aka", PhoneOwner.Relative), ("uka", PhoneOwner.Relative), ("opa", PhoneOwner.Relative), ("ona", PhoneOwner.Relative),
        ("ota", PhoneOwner.Relative), ("singl", PhoneOwner.Relative), ("qaynona", PhoneOwner.Relative), ("ага", PhoneOwner.Relative),
        ("общий", PhoneOwner.Shared), ("общежит", PhoneOwner.Shared),
        ("брат", PhoneOwner.Relative), ("сестр", PhoneOwner.Relative), ("мам", PhoneOwner.Relative), ("мать", PhoneOwner.Relative), ("пап", PhoneOwner.Relative),
        ("отец", PhoneOwner.Relative), ("отца", PhoneOwner.Relative), ("сын", PhoneOwner.Relative), ("доч", PhoneOwner.Relative), ("апа", PhoneOwner.Relative),
        ("ата", PhoneOwner.Relative), ("эже", PhoneOwner.Relative), ("байке", PhoneOwner.Relative), ("ини", PhoneOwner.Relative), ("сиңди", PhoneOwner.Relative),
        ("карындаш", PhoneOwner.Relative), ("уул", PhoneOwner.Relative), ("кыз", PhoneOwner.Relative), ("родств", PhoneOwner.Relative), ("тууган", PhoneOwner.Relative),
        ("свекров", PhoneOwner.Relative), ("кайнене", PhoneOwner.Relative), ("тёт", PhoneOwner.Relative), ("дяд", PhoneOwner.Relative),
    ];

    public static SafeContact Of(IEnumerable<SafeContactRule> rules)
    {
        var all = rules.ToList();
        var note = string.Join("; ", all.Select(r => r.Wording).Distinct(StringComparer.OrdinalIgnoreCase));
        return new SafeContact
        {
            From = all.Where(r => r.Kind == SafeContactKind.Hours).Max(r => r.From),
            Until = all.Where(r => r.Kind == SafeContactKind.Hours).Min(r => r.Until),
            Channels = Says(SafeContactKind.OnlyMessages) ? Written : Says(SafeContactKind.NoCalls) ? AllButCalls : Says(SafeContactKind.NoMessages) ? AllButWritten : [],
            NeverLeaveMessage = Says(SafeContactKind.NoMessages),
            // Neither called nor written to: what is left is that she comes or calls herself.
            NeverContact = Says(SafeContactKind.NoContact)
                || (Says(SafeContactKind.NoMessages) && (Says(SafeContactKind.NoCalls) || Says(SafeContactKind.OnlyMessages))),
            Note = note.Length > 0 ? note : null,
        };

        bool Says(SafeContactKind kind) => all.Exists(rule => rule.Kind == kind);
    }

    /// <summary>Whose telephone a word beside it names; somebody's when it names nobody we know.</summary>
    public static PhoneOwner OwnerOf(string? word)
    {
        var words = Spelling.Fold(word ?? string.Empty).Split(' ');
        foreach (var (stem, owner) in Owners)
        {
            var folded = Spelling.Fold(stem);
            if (Array.Exists(words, w => w.StartsWith(folded, StringComparison.Ordinal))) return owner;
        }

        return PhoneOwner.Somebody;
    }
}
