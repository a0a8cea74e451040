using Turna.Names.Bench;

switch (args)
{
    case ["learn", var path]:
        Learning.Run(path);
        return 0;
    case ["judge"]:
        Judging.Run(seed: 13, perKind: 1000);
        return 0;
    default:
        Console.Error.WriteLine("learn WEIGHTS.csv | judge");
        return 2;
}
