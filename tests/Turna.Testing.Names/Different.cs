namespace Turna.Testing.Names;

/// <summary>Kinds of pairs that are two people and look like one.</summary>
internal static class Different
{
    public delegate Person? Make(Person person, Random random);

    private static readonly (string, string)[] Twins = [("Асан", "Үсөн"), ("Хасан", "Хусан"), ("Фатима", "Зуура"), ("Батма", "Зуура"), ("Эгиз", "Жупар"), ("Айсулуу", "Күнсулуу")];

    public static readonly IReadOnlyDictionary<string, Make> Kinds = new Dictionary<string, Make>
    {
        ["sisters or brothers"] = (p, r) => Fresh(p, r, p.Female) is { } g ? p with { Given = g, BirthYear = p.BirthYear + Apart(r) } : null,
        ["brother and sister"] = (p, r) => Fresh(p, r, !p.Female) is { } g ? p with { Given = g, Female = !p.Female, BirthYear = p.BirthYear + Apart(r) } : null,
        ["father and child"] = (p, r) => Person.Draw(r) is var f && (p.OwnFamilyWord || Alike(p.Father, p.Given)) ? null : p with { Given = p.Father, Father = f.Tradition == p.Tradition ? f.Father : Person.Fathers(p.Tradition).Draw(r).Text, Female = false, BirthYear = p.BirthYear - 22 - r.Next(15) },
        ["father and son exchanged"] = (p, r) => p.Female || p.OwnFamilyWord || Alike(p.Father, p.Given) ? null : p with { Given = p.Father, Father = p.Given, BirthYear = p.BirthYear - 22 - r.Next(15) },
        ["mother and daughter"] = (p, r) => !p.Female || Fresh(p, r, true) is not { } g ? null : p with { Given = g, Father = Person.Fathers(p.Tradition).Draw(r).Text, BirthYear = p.BirthYear - 20 - r.Next(15) },
        ["husband and wife"] = (p, r) => Fresh(p, r, !p.Female) is { } g ? p with { Given = g, Female = !p.Female, Father = Person.Fathers(p.Tradition).Draw(r).Text, BirthYear = p.BirthYear + Apart(r) } : null,
        ["close given name, same family"] = (p, r) => Near(p.Given, p.Female, r) is { } g ? p with { Given = g, BirthYear = p.BirthYear + Apart(r) } : null,
        ["close given name, other father"] = (p, r) => Near(p.Given, p.Female, r) is { } g ? p with { Given = g, Father = Person.Fathers(p.Tradition).Draw(r).Text, BirthYear = p.BirthYear + Apart(r) } : null,
        ["given name within another"] = (p, r) => Within(p.Given, r) is { } other ? p with { Given = other.Text, Female = other.Female, BirthYear = p.BirthYear + Apart(r) } : null,
        ["twins"] = (p, r) => Twins[r.Next(Twins.Length)] is var (a, b) && p.Tradition == Tradition.Kyrgyz ? p with { Given = p.Given == a ? b : a } : null,
        ["namesakes of other years"] = (p, r) => p with { BirthYear = p.BirthYear + (r.Next(2) == 0 ? 1 : -1) * (5 + r.Next(20)) },
        ["same given name only"] = (p, r) => Person.Draw(r) is var q && !Alike(q.Ancestor, p.Ancestor) && !Alike(q.Father, p.Father) ? q with { Given = p.Given, Female = p.Female, Tradition = p.Tradition, Ancestor = p.OwnFamilyWord ? p.Ancestor + "ский" : q.Ancestor } : null,
        ["same given and family, other father"] = (p, r) => Person.Fathers(p.Tradition).Draw(r).Text is var f && !Alike(f, p.Father) ? p with { Father = f, BirthYear = p.BirthYear + Apart(r) } : null,
        ["same given name, close family"] = (p, r) => !p.OwnFamilyWord && Near(p.Ancestor, false, r) is { } a && Person.Fathers(p.Tradition).Draw(r).Text is var f && !Alike(f, p.Father) ? p with { Ancestor = a, Father = f, BirthYear = p.BirthYear + Apart(r) } : null,
        ["same given name, close father"] = (p, r) => !p.OwnFamilyWord && Near(p.Father, false, r) is { } f ? p with { Father = f, Ancestor = f, BirthYear = p.BirthYear + Apart(r) } : null,
        ["same given name, close family alone"] = (p, r) => !p.OwnFamilyWord && Near(p.Ancestor, false, r) is { } a ? p with { Ancestor = a, BirthYear = p.BirthYear + Apart(r) } : null,
        ["same initials"] = (p, r) => Starting(p.Given, p.Female, r) is { } g ? p with { Given = g, BirthYear = p.BirthYear + Apart(r) } : null,
        ["cousins"] = (p, r) => Fresh(p, r, p.Female) is { } g ? p with { Given = g, Father = Person.Fathers(p.Tradition).Draw(r).Text, BirthYear = p.BirthYear + Apart(r) } : null,
        ["strangers"] = (p, r) => Person.Draw(r) is var q && !Alike(q.Given, p.Given) ? q : null,
    };

    public static (string A, string B) Written(Person a, Person b, string kind, Random r)
    {
        var together = kind is "same given and family, other father" or "same given name, close family" ? Convention.FamilyGivenPatronymic
            : kind == "same given name, close family alone" ? Convention.FamilyGiven
            : kind is "father and son exchanged" or "same given name, close father" ? (r.Next(2) == 0 ? Convention.FatherParticleGiven : Convention.GivenFatherParticle)
            : Writing.SomeConvention(a, r);
        var letters = Writing.SomeLetters(r);
        var other = r.Next(3) == 0 ? Writing.SomeLetters(r) : letters;
        if (kind == "twins" && b.Given is var g)
        {
            var twin = Array.Find(Twins, t => t.Item1 == g || t.Item2 == g);
            a = a with { Given = twin.Item1 == g ? twin.Item2 : twin.Item1 };
        }

        var apart = r.Next(2) == 0 ? Writing.SomeConvention(b, r) : together;
        if (kind is "same given and family, other father" or "father and son exchanged" || kind.StartsWith("same given name, close", StringComparison.Ordinal)) apart = together;
        // A register that makes the family name from the father's, beside one that writes кызы.
        if (apart is Convention.FatherParticleGiven or Convention.GivenFatherParticle && together is Convention.FamilyGiven or Convention.GivenFamily) a = a with { Ancestor = a.Father };
        return (Writing.Write(a, together, letters, r), Writing.Write(b, apart, other, r));
    }

    private static int Apart(Random r) => (r.Next(2) == 0 ? 1 : -1) * (1 + r.Next(9));

    private static string? Fresh(Person p, Random r, bool female)
    {
        var drawn = (female ? NameList.Female : NameList.Male).Draw(r);
        return Alike(drawn.Text, p.Given) ? null : drawn.Text;
    }

    /// <summary>Another real name at most two letters away.</summary>
    private static string? Near(string name, bool female, Random r)
    {
        var near = Neighbours.GetValueOrDefault((name, female));
        return near is { Length: > 0 } ? near[r.Next(near.Length)] : null;
    }

    private static (string Text, bool Female)? Within(string name, Random r)
    {
        var longer = NameList.Female.All.Select(n => (n.Text, true)).Concat(NameList.Male.All.Select(n => (n.Text, false)))
            .Where(n => n.Text.Length > name.Length + 1 && n.Text.StartsWith(name, StringComparison.Ordinal)).ToArray();
        return longer.Length == 0 ? null : longer[r.Next(longer.Length)];
    }

    private static string? Starting(string name, bool female, Random r)
    {
        var same = (female ? NameList.Female : NameList.Male).All.Where(n => n.Text[0] == name[0] && !Alike(n.Text, name)).ToArray();
        return same.Length == 0 ? null : same[r.Next(same.Length)].Text;
    }

    // Names that forms of one name could explain are left out: the pair must be two names beyond dispute.
    private static readonly Dictionary<(string, bool), string[]> Neighbours = Count();

    private static Dictionary<(string, bool), string[]> Count()
    {
        var near = new Dictionary<(string, bool), string[]>();
        foreach (var (list, female) in new[] { (NameList.Female, true), (NameList.Male, false) })
        {
            foreach (var name in list.All)
            {
                var close = list.All.Where(o => !Alike(o.Text, name.Text) && o.Tradition == name.Tradition && IsNear(name.Text, o.Text)).Select(o => o.Text).ToArray();
                near[(name.Text, female)] = close;
            }
        }

        return near;
    }

    private static bool IsNear(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1 || a.Length < 4) return false;
        var consonants = 0;
        var apart = 0;
        if (a.Length == b.Length)
        {
            for (var i = 0; i < a.Length; i++)
            {
                if (a[i] == b[i]) continue;
                apart++;
                if (!IsVowel(a[i]) && !IsVowel(b[i])) consonants++;
            }

            return apart is 1 or 2 && consonants > 0;
        }

        var (longer, shorter) = a.Length > b.Length ? (a, b) : (b, a);
        for (var i = 0; i < longer.Length; i++)
        {
            if (longer.Remove(i, 1) == shorter && !IsVowel(longer[i]) && longer[i] != 'ь') return true;
        }

        return false;
    }

    /// <summary>Whether two names could be spellings of one: the same consonants.</summary>
    private static bool Alike(string a, string b) => Consonants(a) == Consonants(b);

    private static string Consonants(string name)
    {
        var kept = new System.Text.StringBuilder();
        foreach (var c in name.ToLowerInvariant())
        {
            if (!IsVowel(c) && c is not ('х' or 'ҳ') && (kept.Length == 0 || kept[^1] != c)) kept.Append(c switch { 'қ' => 'к', 'ғ' => 'г', 'ф' => 'п', _ => c });
        }

        return kept.ToString();
    }

    private static bool IsVowel(char c) => "аеёиоуыэюяөүйўӣь".Contains(char.ToLowerInvariant(c), StringComparison.Ordinal);
}
