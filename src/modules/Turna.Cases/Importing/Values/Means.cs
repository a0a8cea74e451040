using System.Text.RegularExpressions;

namespace Turna.Cases.Importing.Values;

/// <summary>How somebody is reached, by a word of a remark.</summary>
internal enum Means
{
    None,
    Call,
    Write,
    Contact,
}

/// <summary>Words for the means of reaching somebody, as stems of folded words.</summary>
internal static partial class MeansWords
{
    public static Means Of(string folded) =>
        Call().IsMatch(folded) ? Means.Call : Write().IsMatch(folded) ? Means.Write : Contact().IsMatch(folded) ? Means.Contact : Means.None;

    /// <summary>A verb can stand for an order of its own; "ватсап" only says by what.</summary>
    public static bool IsVerb(string folded) => Verb().IsMatch(folded);

    public static bool IsPaper(string folded) => Paper().IsMatch(folded);

    [GeneratedRegex("^(заявлен|жалоб|претензи|иск$|исков|расписк|арыз|доверенност|шикоят|ариза|ariza|complaint)")]
    private static partial Regex Paper();

    // Not what somebody did or will do: "звонила", "перезвонит".
    [GeneratedRegex("^(звон(ить|и$|ите|ок|к|ю)|(по|пере|про|со)звон(ить|и$|ите|ок|к|ю)|перезван|обзван|дозван|набира(ть|й)|набрать|набер(и|ите)|чал(?!ды|ган|ат|ам|гачан|гандан)|телефон(до)?чал|коногироо|конгироо|кунгирок|qongiroq|qungiroq|call(s|ing)?$|phone$|phoning|ring$|dial)")]
    private static partial Regex Call();

    [GeneratedRegex("^(писать|писат$|пиши(те)?$|пишем|написать|напиши(те)?$|написыва|отписыва|переписк|переписыва|письм|смс|sms|эсэмэс|сообщени|сообщ$|мес+ендж|ват?с?[сц]?ап|в[ао]т+[сц]ап|уотсап|whats|w?hatsap|wats?ap|wa$|телеграм|телег[еу]?$|telegram|тг$|tg$|вайбер|viber|имо$|imo$|чат(е|ы|ом|ах)?$|жаз(?!ган|ды|ат|ылды|ылган|ышкан)|билдируу|смске|yoz(?!gan|di)|xabar|ез(инг|иш|ма)|хабар|writ(e|ing)|text(s|ing)?$|messag|msg)")]
    private static partial Regex Write();

    [GeneratedRegex("^(связыва(?!л)|связат|свяжи|контактиров|беспоко(ить|й)|тревож(ить|ьте)|байланыш(?!ты|кан|ат)|boglan|bezovta|contact$|disturb|reach)")]
    private static partial Regex Contact();

    [GeneratedRegex("^(звон(и|ю)|(по|пере|про|со)звон(и|ю)|.*зван|набир|набр|набер|пис|пиш|напи|чал|жаз|yoz|ез|writ|text|call|связ|свяж|контактир|беспоко|тревож|байланыш|contact)")]
    private static partial Regex Verb();
}
