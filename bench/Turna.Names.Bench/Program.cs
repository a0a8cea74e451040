using System.Globalization;
using Turna.Names.Bench;

switch (args)
{
    case ["learn", var path]:
        Learning.Run(path);
        return 0;
    case ["judge"] or ["judge", "all"]:
        Judging.Run(seed: 13, perKind: 1000, all: args.Length > 1);
        return 0;
    case ["judge-hard", _]:
        Judging.RunHard(args[1], all: false);
        return 0;
    case ["judge-hard", _, "all"]:
        Judging.RunHard(args[1], all: true);
        return 0;
    case ["population", var people, var queries, var folder]:
        Searching.Write(int.Parse(people, CultureInfo.InvariantCulture), int.Parse(queries, CultureInfo.InvariantCulture), folder);
        return 0;
    case ["hits", var folder, var hits]:
        Searching.Judge(folder, hits);
        return 0;
    case ["speed"]:
        Speed.Run();
        return 0;
    case ["neighbours"]:
        Neighbours.Run();
        return 0;
    case ["fuzz", var count]:
        Speed.Fuzz(int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["leakage"]:
        Leakage.Run();
        return 0;
    default:
        Console.Error.WriteLine("learn WEIGHTS.csv | judge [all] | judge-hard a|b|c|PAIRS.csv [all] | population PEOPLE QUERIES FOLDER | hits FOLDER HITS.csv | speed | fuzz COUNT | leakage | neighbours");
        return 2;
}
